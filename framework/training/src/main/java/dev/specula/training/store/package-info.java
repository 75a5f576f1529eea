/**
 * What training leaves on disk: resumable checkpoints and finished model folders, both in safetensors, each written beside
 * its place and then moved there, so that a reader never meets half a file.
 */
@NullMarked
package dev.specula.training.store;

import org.jspecify.annotations.NullMarked;
