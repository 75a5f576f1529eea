package dev.specula.training.data;

import dev.specula.blocks.scene.Renderer;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.training.model.VisionShape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Drawn scenes with the encoder's labels.
 */
public final class Pictures {

    private final List<Scene> scenes;
    private final float[] pixels;
    private final float[] rowLabels;
    private final float[] patchLabels;

    private Pictures(List<Scene> scenes, float[] pixels, float[] rowLabels, float[] patchLabels) {
        this.scenes = scenes;
        this.pixels = pixels;
        this.rowLabels = rowLabels;
        this.patchLabels = patchLabels;
    }

    public List<Scene> scenes() {
        return scenes;
    }

    /** {@code (pictures, 3, side, side)}, -1 to 1. */
    public float[] pixels() {
        return pixels;
    }

    /** {@code (pictures, rows, VisionLabels.WIDTH)}. */
    public float[] rowLabels() {
        return rowLabels;
    }

    /** {@code (pictures, patches, VisionLabels.WIDTH)}. */
    public float[] patchLabels() {
        return patchLabels;
    }

    /** Draws {@code scenes}, each in the rendering its seed gives. */
    public static Pictures of(List<Scene> scenes, LongFunction<Rendering> rendering, VisionShape shape) {
        int channel = shape.imageSize() * shape.imageSize();
        Pictures pictures = new Pictures(
                List.copyOf(scenes),
                new float[scenes.size() * 3 * channel],
                new float[scenes.size() * shape.rows() * VisionLabels.WIDTH],
                new float[scenes.size() * shape.patches() * VisionLabels.WIDTH]);
        for (int index = 0; index < scenes.size(); index++) {
            Scene scene = scenes.get(index);
            BufferedImage picture = Renderer.draw(scene, rendering.apply(scene.seed()));
            Pixels.write(picture, pictures.pixels, index * 3 * channel);
            VisionLabels.writeRows(scene, pictures.rowLabels, index * shape.rows() * VisionLabels.WIDTH);
            VisionLabels.writePatches(
                    scene, shape.side(), pictures.patchLabels, index * shape.patches() * VisionLabels.WIDTH);
        }
        return pictures;
    }
}
