/**
 * The decoding engine: runs decoder graphs on ONNX Runtime with a cache that lives in Java-owned memory and is updated in
 * place. No type or exception of the runtime leaves this package.
 */
@NullMarked
package dev.specula.onnx;

import org.jspecify.annotations.NullMarked;
