package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * Reads shape, colour and size off each output of the encoder by one linear map: a teacher that makes them easy to read
 * for the decoder too. It is left out of an exported model.
 */
public final class AttributeHead {

    private final String name;
    private final Weights weights;
    private final List<Integer> borders;
    private final int width;

    /** A head called {@code name} over groups of classes that end at {@code borders} and {@code width}. */
    public AttributeHead(String name, Weights weights, List<Integer> borders, int width) {
        this.name = name;
        this.weights = weights;
        this.borders = List.copyOf(borders);
        this.width = width;
    }

    /** Logits {@code (batch, places, classes)}, one array a group. */
    public NDList groups(NDArray outputs) {
        long in = outputs.getShape().getLastDimension();
        NDArray logits = Ops.linear(
                outputs, weights.linear(name + ".weight", width, in), weights.constant(name + ".bias", 0, width));
        return logits.split(borders.stream().mapToLong(Integer::longValue).toArray(), 2);
    }

    /** Mean cross-entropy against {@code labels (batch, places, width)}, each one-hot group scaled by its weight. */
    public NDArray loss(NDArray outputs, NDArray labels) {
        NDList logits = groups(outputs);
        NDList expected =
                labels.split(borders.stream().mapToLong(Integer::longValue).toArray(), 2);
        NDArray sum = logits.get(0).logSoftmax(-1).mul(expected.get(0)).sum();
        for (int group = 1; group < logits.size(); group++) {
            sum = sum.add(
                    logits.get(group).logSoftmax(-1).mul(expected.get(group)).sum());
        }
        return sum.div(labels.sum()).neg();
    }
}
