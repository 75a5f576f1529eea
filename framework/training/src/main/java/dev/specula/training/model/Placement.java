package dev.specula.training.model;

import ai.djl.ndarray.NDArray;

/**
 * Where the tokens of a batch stand and what each may look at.
 *
 * @param cosine {@code (batch, length, 1, head size)}, of each token's rotation
 * @param sine likewise
 * @param mask {@code (batch, 1, 1, length, length)}, 0 where a row's token may look and very negative elsewhere
 */
public record Placement(NDArray cosine, NDArray sine, NDArray mask) {}
