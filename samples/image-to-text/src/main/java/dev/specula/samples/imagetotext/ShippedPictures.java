package dev.specula.samples.imagetotext;

import dev.specula.blocks.scene.Renderer;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures that come with the sample: scenes of the blocks world, drawn from their numbers, which no model was trained on. */
public final class ShippedPictures {
    /** Numbers of pictures with several shapes in plain sight. */
    private static final List<Long> FIRST = List.of(21L, 8L, 27L, 50L, 16L, 40L);

    private ShippedPictures() {}

    /** The numbers of the pictures on the command line, which the page shows first. */
    public static List<Long> first() {
        return FIRST;
    }

    /** Picture number {@code number}, from 0. */
    public static BufferedImage draw(long number) {
        long seed = SeedRange.DEMONSTRATION.seed(number);
        return Renderer.draw(Scenes.scene(seed), Rendering.plain(seed));
    }

    /** The same as PNG. */
    public static byte[] png(long number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(draw(number), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
