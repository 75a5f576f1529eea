package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Reads attributes off each row of a model, the encoder's outputs for example: a teacher that makes them easy to read. It is left
 * out of an exported model.
 */
public final class AttributeHead {

    private final UnaryOperator<NDArray> classifier;
    private final long[] borders;

    /** A head that reads by {@code classifier} groups of classes, {@code borders} between them. */
    private AttributeHead(UnaryOperator<NDArray> classifier, List<Integer> borders) {
        this.classifier = classifier;
        this.borders = borders.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Reads by one linear map of its own, called {@code name}. */
    public static AttributeHead linear(String name, Weights weights, List<Integer> borders, int width) {
        return new AttributeHead(
                outputs -> Ops.linear(
                        outputs,
                        weights.linear(
                                name + ".weight", width, outputs.getShape().getLastDimension()),
                        weights.constant(name + ".bias", 0, width)),
                borders);
    }

    /**
     * Reads by the embeddings of {@code decoder}: an output is taught to look like the words for what it shows, so that a
     * question's words find it.
     *
     * @param words {@code (classes, vocabulary)}: how much each token's embedding counts for a class
     */
    public static AttributeHead words(Decoder decoder, NDArray words, List<Integer> borders) {
        return new AttributeHead(outputs -> decoder.likeness(outputs, words), borders);
    }

    /** Logits {@code (batch, places, classes)}, one array a group. */
    public NDList groups(NDArray outputs) {
        return classifier.apply(outputs).split(borders, 2);
    }

    /** Mean cross-entropy against {@code labels (batch, places, width)}, each one-hot group scaled by its weight. */
    public NDArray loss(NDArray outputs, NDArray labels) {
        NDList logits = groups(outputs);
        NDList expected = labels.split(borders, 2);
        NDArray sum = logits.get(0).logSoftmax(-1).mul(expected.get(0)).sum();
        for (int group = 1; group < logits.size(); group++) {
            sum = sum.add(
                    logits.get(group).logSoftmax(-1).mul(expected.get(group)).sum());
        }
        return sum.div(labels.sum()).neg();
    }
}
