package dev.specula.plan;

/** What a run changes of the plans that pipelines were generated with. */
@FunctionalInterface
public interface Plans {
    /** Most nodes of a draft of {@code planned}, at least 1. */
    int longest(PipelineDescription planned);

    /** Changes nothing. */
    static Plans asGenerated() {
        return PipelineDescription::longest;
    }
}
