package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.data.Packed;
import dev.specula.training.data.Pictures;
import dev.specula.training.data.VisionLabels;
import dev.specula.training.model.Placement;

/** Prepared batches as NDArrays of one manager. */
final class Feed {

    private Feed() {}

    /** Pictures: {@code (batch, 3, side, side)}. */
    static NDArray pixels(Pictures pictures, NDManager manager) {
        return pixels(pictures.pixels(), pictures.scenes().size(), manager);
    }

    /** Pixels of {@code count} pictures: {@code (batch, 3, side, side)}. */
    static NDArray pixels(float[] pixels, int count, NDManager manager) {
        long side = Math.round(Math.sqrt(pixels.length / 3.0 / count));
        return manager.create(pixels, new Shape(count, 3, side, side));
    }

    /** Labels {@code (batch, places, width)}. */
    static NDArray labels(float[] labels, int pictures, NDManager manager) {
        return manager.create(
                labels, new Shape(pictures, labels.length / VisionLabels.WIDTH / pictures, VisionLabels.WIDTH));
    }

    static NDArray ids(Packed packed, NDManager manager) {
        return manager.create(packed.ids(), new Shape(packed.sequences(), packed.length()));
    }

    static Placement placement(Packed packed, NDManager manager) {
        long sequences = packed.sequences();
        long length = packed.length();
        Shape turn = new Shape(sequences, length, 1, packed.cosine().length / (sequences * length));
        return new Placement(
                manager.create(packed.cosine(), turn),
                manager.create(packed.sine(), turn),
                manager.create(packed.mask(), new Shape(sequences, 1, 1, length, length)));
    }

    /** The logarithm of the probability of each target, {@code (batch, length)}. */
    static NDArray targetLogs(NDArray logs, Packed packed) {
        NDArray targets = logs.getManager()
                .create(packed.targets(), new Shape(packed.sequences(), packed.length(), 1))
                .toType(DataType.INT64, false);
        return logs.gather(targets, 2).squeeze(2);
    }

    static NDArray weights(Packed packed, NDManager manager) {
        return manager.create(packed.weights(), new Shape(packed.sequences(), packed.length()));
    }
}
