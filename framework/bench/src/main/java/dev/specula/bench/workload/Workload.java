package dev.specula.bench.workload;

import dev.specula.plan.Pipeline;
import java.util.List;
import java.util.Optional;

/** Prompts for pipelines of one kind; found through {@link java.util.ServiceLoader}. */
public interface Workload {
    /** Whether it has prompts for {@code pipeline}. */
    boolean fits(Pipeline pipeline);

    /** The first {@code count} requests of an endless list, always the same ones. */
    List<Task> tasks(Pipeline pipeline, int count);

    /**
     * How good the answers of a target alone are; empty where nobody can tell.
     *
     * @param pipeline whose prompts the answers follow
     * @param answers says an answer to a task
     * @param count number of things to ask about
     */
    default Optional<Quality> quality(Pipeline pipeline, Answers answers, int count) {
        return Optional.empty();
    }

    /** Says answers, one after the other. */
    @FunctionalInterface
    interface Answers {
        /** The words of the answer to {@code task}. */
        String to(Task task);
    }
}
