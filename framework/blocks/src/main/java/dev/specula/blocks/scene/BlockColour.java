package dev.specula.blocks.scene;

import java.awt.Color;

/** The colour of a block: eight that stay apart after a little noise, dimming and JPEG. */
public enum BlockColour {
    RED(0xdc1e1e),
    ORANGE(0xff8c0a),
    YELLOW(0xfae628),
    GREEN(0x1e9632),
    BLUE(0x1e46dc),
    PURPLE(0x9628be),
    WHITE(0xf8f8f8),
    BLACK(0x101010);

    private final int rgb;

    BlockColour(int rgb) {
        this.rgb = rgb;
    }

    /** This colour with {@code red}, {@code green}, {@code blue} added to its channels, held within 0 to 255. */
    Color shifted(int red, int green, int blue) {
        return new Color(hold((rgb >> 16 & 255) + red), hold((rgb >> 8 & 255) + green), hold((rgb & 255) + blue));
    }

    private static int hold(int channel) {
        return Math.max(0, Math.min(255, channel));
    }
}
