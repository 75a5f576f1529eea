package dev.specula.spring;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A pipeline as this application serves it: what it is, what it takes, and how its answers went. Thread-safe. */
public final class ServedPipeline {
    private final String bean;
    private final String modality;
    private final PipelineDescription description;
    private final List<ModelSpec> models;
    private final PipelineStatistics statistics = new PipelineStatistics();

    /**
     * The bean {@code bean}.
     *
     * @param modality what it turns into what, such as {@code image-to-text}
     * @param models constants of its models, the target's first; none where they are not known
     */
    public ServedPipeline(String bean, String modality, PipelineDescription description, List<ModelSpec> models) {
        this.bean = bean;
        this.modality = modality;
        this.description = description;
        this.models = List.copyOf(models);
    }

    /** Name of its bean. */
    public String bean() {
        return bean;
    }

    /** What it turns into what, such as {@code image-to-text}. */
    public String modality() {
        return modality;
    }

    /** What it does. */
    public PipelineDescription description() {
        return description;
    }

    /** Constants of its models, the target's first; none where they are not known. */
    public List<ModelSpec> models() {
        return models;
    }

    /** Name of the target; that of the pipeline where the models are not known. */
    public String target() {
        return models.isEmpty() ? description.name() : models.get(0).name();
    }

    /** How its answers went. */
    public PipelineStatistics statistics() {
        return statistics;
    }

    /** Bytes of the weights of all models. */
    public long weightBytes() {
        return models.stream().mapToLong(ModelSpec::weightBytes).sum();
    }

    /** Bytes of cache that an answer as long as the context takes. */
    public long cacheBytesPerAnswer() {
        return models.stream()
                .mapToLong(model -> model.cacheBytesPerColumn() * model.contextTokens())
                .sum();
    }

    /** One line: pair, preset, guarantee, bytes. */
    @Override
    public String toString() {
        String pair = models.isEmpty()
                ? "models of its own"
                : models.stream()
                        .map(model ->
                                model.name() + " (" + model.weights() + ", " + megabytes(model.weightBytes()) + ")")
                        .collect(Collectors.joining(" drafted by "));
        return "%s \"%s\": %s, preset %s (%s, %s, %s, %s, at most %d nodes), guarantee %s, %s of weights, %s of cache per answer"
                .formatted(
                        modality,
                        bean,
                        models.size() == 1 ? pair + " drafted by " + description.source() : pair,
                        description.preset(),
                        description.source(),
                        description.shape(),
                        description.acceptance(),
                        description.schedule(),
                        description.longest(),
                        description.guarantee(),
                        megabytes(weightBytes()),
                        megabytes(cacheBytesPerAnswer()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
