package dev.specula.spring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** The pipelines of the application. Tells of each once when all are there, and passes on what happens to their answers. */
public final class ServedPipelines implements SmartInitializingSingleton {
    private static final Log LOG = LogFactory.getLog(ServedPipelines.class);

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
        listeners.get().forEach(listener -> {
            try {
                listener.answered(pipeline, answer);
            } catch (RuntimeException e) { // the answer is there all the same
                LOG.warn("A listener failed at an answer of " + pipeline + ".", e);
            }
        });
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> told =
                new HashSet<>(); // one line for a target, whose first pipeline answers where no preset is named
        for (ServedPipeline pipeline : pipelines) {
            if (told.add(pipeline.description().name())) {
                LOG.info("Serving " + pipeline + ".");
            } else {
                LOG.debug("Serving " + pipeline + ".");
            }
        }
    }
}
