package dev.specula.onnx;

/** Native memory that one sequence needs, reused by one after the other. */
interface SequenceMemory extends AutoCloseable {
    @Override
    void close();
}
