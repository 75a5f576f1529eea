package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Teaches rows what they hear: one class a row, 0 where there is nothing, which counts little. It is not published. */
public final class FrameHead {

    private static final float NOTHING = 0.1f; // weight of a row that hears nothing

    private final String name;
    private final int classes;
    private final Weights weights;

    public FrameHead(String name, int classes, Weights weights) {
        this.name = name;
        this.classes = classes;
        this.weights = weights;
    }

    /** Mean cross-entropy of {@code rows (batch, length, hidden)} against {@code labels (batch, length)}. */
    public NDArray loss(NDArray rows, int[] labels) {
        NDManager manager = rows.getManager();
        long hidden = rows.getShape().getLastDimension();
        NDArray logits = Ops.linear(
                rows.reshape(-1, hidden),
                weights.linear(name + ".weight", classes, hidden),
                weights.constant(name + ".bias", 0, classes));
        float[] counted = new float[labels.length];
        for (int row = 0; row < labels.length; row++) {
            counted[row] = labels[row] == 0 ? NOTHING : 1;
        }
        NDArray weight = manager.create(counted);
        NDArray wanted = manager.create(labels, new Shape(labels.length, 1)).toType(DataType.INT64, false);
        NDArray logs = logits.logSoftmax(-1).gather(wanted, 1).squeeze(1);
        return logs.mul(weight).sum().div(weight.sum()).neg();
    }
}
