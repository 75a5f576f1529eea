/** Speech that pipelines write down: sounds of a folder, and how many of their words come out wrong. */
@NullMarked
package dev.specula.bench.sound;

import org.jspecify.annotations.NullMarked;
