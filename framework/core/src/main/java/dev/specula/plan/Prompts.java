package dev.specula.plan;

import dev.specula.model.ModelSpec;
import dev.specula.token.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request as each model of a pipeline sees it. */
public final class Prompts {
    private final Prompt target;
    private final @Nullable Prompt draft;

    private Prompts(Prompt target, @Nullable Prompt draft) {
        this.target = target;
        this.draft = draft;
    }

    /** The prompt of a pipeline without a draft model. */
    public static Prompts of(Prompt target) {
        return new Prompts(target, null);
    }

    /** The prompts of a pipeline with a draft model, whose view may leave columns out. */
    public static Prompts of(Prompt target, Prompt draft) {
        return new Prompts(target, draft);
    }

    /** What the target sees. */
    public Prompt target() {
        return target;
    }

    /**
     * What the draft model sees.
     *
     * @throws IllegalStateException if the pipeline has no draft model
     */
    public Prompt draft() {
        if (draft == null) {
            throw new IllegalStateException("The prompts were made without one for a draft model; give both.");
        }
        return draft;
    }

    /** Most columns that can follow in every one of {@code models}, the target's first. */
    public int room(List<ModelSpec> models) {
        int room = models.get(0).contextTokens() - target.length();
        return draft == null ? room : Math.min(room, models.get(1).contextTokens() - draft.length());
    }
}
