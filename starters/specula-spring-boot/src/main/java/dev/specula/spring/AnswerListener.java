package dev.specula.spring;

/** Hears of every answer after it ended, on the thread that asked. Beans of this type are called in their order. */
@FunctionalInterface
public interface AnswerListener {
    /** Takes one answer of {@code pipeline}; must not block. */
    void answered(ServedPipeline pipeline, ServedAnswer answer);
}
