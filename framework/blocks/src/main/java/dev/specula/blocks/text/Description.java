package dev.specula.blocks.text;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import org.jspecify.annotations.Nullable;

/** What a text says of one block: each attribute, or null where it says nothing. */
public record Description(
        @Nullable BlockShape shape,
        @Nullable BlockColour colour,
        @Nullable BlockSize size,
        @Nullable Region region) {

    /** How many attributes a block has. */
    public static final int ATTRIBUTES = 4;

    static final Description NOTHING = new Description(null, null, null, null);

    /** How many of the four attributes this tells rightly of {@code block}. */
    public int rightAbout(Block block) {
        return (shape == block.shape() ? 1 : 0)
                + (colour == block.colour() ? 1 : 0)
                + (size == block.size() ? 1 : 0)
                + (region == block.region() ? 1 : 0);
    }

    Description withShape(BlockShape told) {
        return new Description(told, colour, size, region);
    }

    Description withColour(BlockColour told) {
        return new Description(shape, told, size, region);
    }

    Description withSize(BlockSize told) {
        return new Description(shape, colour, told, region);
    }

    Description withRegion(Region told) {
        return new Description(shape, colour, size, told);
    }
}
