package dev.specula.bench.project;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as {@code META-INF/specula/<annotated class>.json} describes it.
 *
 * @param key name in reports
 * @param method of the factory that makes it
 * @param contract type that it implements
 * @param loop what its rounds work on, {@code tokens} or {@code states}; absent in older descriptions, which know tokens alone
 * @param models by slot, in the order of the factory's parameters
 */
public record DescribedPipeline(
        String key,
        String method,
        String contract,
        @Nullable String loop,
        Map<String, DescribedModel> models) {
    /** Whether it says tokens; one that does not denoises states. */
    public boolean saysTokens() {
        return loop == null || loop.equals("tokens");
    }

    /** Its target. */
    DescribedModel target() {
        DescribedModel target = models.get("target");
        if (target == null) {
            throw new ProjectException("The description of the pipeline \"" + key
                    + "\" must name a target, but names only " + models.keySet() + "; generate it again.");
        }
        return target;
    }

    /** Its draft model; absent where it drafts by other means. */
    @Nullable
    DescribedModel draft() {
        return models.get("draft");
    }

    /** Whether it drafts with a model. */
    public boolean hasDraft() {
        return draft() != null;
    }

    /**
     * A model of a pipeline.
     *
     * @param method of the annotated class that loads it
     * @param location of its weights
     */
    public record DescribedModel(String method, String location) {}
}
