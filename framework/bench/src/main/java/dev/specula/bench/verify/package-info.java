/** Whether pipelines say what their targets say alone: tokens compared, differences judged by the guarantee. */
@NullMarked
package dev.specula.bench.verify;

import org.jspecify.annotations.NullMarked;
