/**
 * The networks as plain functions over NDArrays, with their weights, their optimiser and nothing else. The arithmetic is
 * that of the published Llama, SigLIP and Idefics3 code, so that an exported folder reads like a published checkpoint.
 */
@NullMarked
package dev.specula.training.model;

import org.jspecify.annotations.NullMarked;
