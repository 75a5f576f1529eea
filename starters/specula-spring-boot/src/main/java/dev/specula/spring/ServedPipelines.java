package dev.specula.spring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** The pipelines of the application. Tells of each once when all are there, and passes on what happens to their answers. */
public final class ServedPipelines implements SmartInitializingSingleton {
    private static final Logger LOGGER = System.getLogger("dev.specula");

    private final List<ServedPipeline> pipelines = new CopyOnWriteArrayList<>();
    private final Supplier<Stream<AnswerListener>> listeners;

    /** No pipeline yet; every answer is told to {@code listeners}. */
    public ServedPipelines(Supplier<Stream<AnswerListener>> listeners) {
        this.listeners = listeners;
    }

    /** Adds a pipeline. */
    public void add(ServedPipeline pipeline) {
        pipelines.add(pipeline);
    }

    /** All pipelines, in the order of their beans. */
    public List<ServedPipeline> all() {
        return List.copyOf(pipelines);
    }

    /** Counts an answer of {@code pipeline} and tells the listeners. */
    public void answered(ServedPipeline pipeline, ServedAnswer answer) {
        pipeline.statistics().add(answer);
        listeners.get().forEach(listener -> listener.answered(pipeline, answer));
    }

    @Override
    public void afterSingletonsInstantiated() {
        pipelines.forEach(pipeline -> LOGGER.log(Level.INFO, "Serving {0}.", pipeline));
    }
}
