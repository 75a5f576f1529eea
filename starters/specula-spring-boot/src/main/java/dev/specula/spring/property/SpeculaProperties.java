package dev.specula.spring.property;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns every pipeline, and the pipelines of the application's own annotated models.
 *
 * @param pipelines Pipelines of the application's own annotated models, by the name of the target's bean method
 * @param admission How many answers are decoded and how many wait
 * @param threads Threads of the engine, which all answers share; as many as processors when absent
 * @param cache Folder of prepared models; .cache/specula in the user's home when absent
 * @param models Where published models come from
 */
@ConfigurationProperties(SpeculaProperties.PREFIX)
public record SpeculaProperties(
        @DefaultValue Map<String, PipelineProperties> pipelines,
        @DefaultValue Admission admission,
        @Nullable Integer threads,
        @Nullable Path cache,
        @DefaultValue Models models) {

    /** Where they stand. */
    public static final String PREFIX = "specula";

    /** Copies the map and checks the number of threads. */
    public SpeculaProperties {
        if (threads != null && threads < 1) {
            throw new PropertyValueException("threads", "a positive number of threads", threads);
        }
        pipelines = Map.copyOf(pipelines);
    }

    /** The properties of the pipeline {@code name}; the defaults where it has none. */
    public PipelineProperties pipeline(String name) {
        return pipelines.getOrDefault(name, PipelineProperties.DEFAULTS);
    }

    /**
     * How many answers are decoded and how many wait.
     *
     * @param answers Number of answers decoded at the same time, each on a thread of its own
     * @param waiting Number of answers that may wait for a thread; more are rejected
     */
    public record Admission(
            @DefaultValue("1") int answers,
            @DefaultValue("32") int waiting) {
        /** Checks the ranges. */
        public Admission {
            if (answers < 1) {
                throw new PropertyValueException("answers", "a positive number of answers", answers);
            }
            if (waiting < 0) {
                throw new PropertyValueException("waiting", "0 (none waits) or a positive number of answers", waiting);
            }
        }
    }

    /**
     * Where published models come from.
     *
     * @param pull Whether a model of a hub (hf://) is fetched when it is not cached
     */
    public record Models(@DefaultValue("never") Pull pull) {}

    /** When a model is fetched from a hub. */
    public enum Pull {
        /** Not at all: it must be cached before the application starts. */
        NEVER,
        /** When it is not cached. */
        WHEN_MISSING
    }
}
