/**
 * The compiler: reads checkpoints (safetensors and config.json) and writes them as graphs made for speculation.
 * One declarative description per architecture; the engine that runs the graphs knows none of them.
 */
@NullMarked
package dev.specula.graphs;

import org.jspecify.annotations.NullMarked;
