package dev.specula.spring.property;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns every pipeline, and the pipelines of the application's own annotated models.
 *
 * @param pipelines Pipelines of the application's own annotated models, by the name of the target's bean method
 * @param models Where models come from
 * @param threads Threads that decode, and the queue before them
 */
@ConfigurationProperties(SpeculaProperties.PREFIX)
public record SpeculaProperties(
        @DefaultValue Map<String, PipelineProperties> pipelines,
        @DefaultValue Models models,
        @DefaultValue Threads threads) {

    /** Where they stand. */
    public static final String PREFIX = "specula";

    /** Copies the map. */
    public SpeculaProperties {
        pipelines = Map.copyOf(pipelines);
    }

    /** The properties of the pipeline {@code name}; the defaults where it has none. */
    public PipelineProperties pipeline(String name) {
        return pipelines.getOrDefault(name, PipelineProperties.DEFAULTS);
    }

    /**
     * Where models come from.
     *
     * @param pull Whether a model that is not on this machine may be downloaded
     */
    public record Models(@DefaultValue("never") Pull pull) {}

    /** Whether a model that is not on this machine may be downloaded. */
    public enum Pull {
        /** Only models that are on this machine are used. */
        NEVER,
        /** A model is downloaded when it is first needed. */
        WHEN_MISSING
    }

    /**
     * Threads that decode, and the queue before them.
     *
     * @param answers Number of answers decoded at the same time, each on a thread of its own
     * @param queueCapacity Number of answers that may wait for a thread; more are rejected
     */
    public record Threads(
            @DefaultValue("1") int answers,
            @DefaultValue("32") int queueCapacity) {
        /** Checks the ranges. */
        public Threads {
            if (answers < 1) {
                throw new PropertyValueException("answers", "a positive number of threads", answers);
            }
            if (queueCapacity < 0) {
                throw new PropertyValueException(
                        "queue-capacity", "0 (no waiting) or a positive number of answers", queueCapacity);
            }
        }
    }
}
