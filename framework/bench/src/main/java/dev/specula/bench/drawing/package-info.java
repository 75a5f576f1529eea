/** What pipelines that draw are tried on: captions of scenes that no model was trained on. */
@NullMarked
package dev.specula.bench.drawing;

import org.jspecify.annotations.NullMarked;
