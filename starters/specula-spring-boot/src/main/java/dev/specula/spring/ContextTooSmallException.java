package dev.specula.spring;

import dev.specula.SpeculaException;
import dev.specula.model.ModelSpec;

/** A model whose context cannot hold the answers that the properties ask for. */
public final class ContextTooSmallException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    private final String pipeline;
    private final String model;
    private final int contextTokens;
    private final int maxNewTokens;

    /** The context of {@code model} does not hold {@code maxNewTokens} and a prompt. */
    public ContextTooSmallException(String pipeline, ModelSpec model, int maxNewTokens) {
        super("The context of \"" + model.name() + "\" must hold a prompt and " + maxNewTokens + " new tokens of \""
                + pipeline + "\", but holds " + model.contextTokens() + " tokens; lower max-new-tokens.");
        this.pipeline = pipeline;
        this.model = model.name();
        this.contextTokens = model.contextTokens();
        this.maxNewTokens = maxNewTokens;
    }

    /** Name of the pipeline. */
    public String pipeline() {
        return pipeline;
    }

    /** The model whose context is too small. */
    public String model() {
        return model;
    }

    /** Tokens that it holds. */
    public int contextTokens() {
        return contextTokens;
    }

    /** Most new tokens that the properties ask for. */
    public int maxNewTokens() {
        return maxNewTokens;
    }
}
