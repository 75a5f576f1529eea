package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What tells one family of decoders from another; everything else they share. */
enum Architecture {
    LLAMA("llama", QueryBias.CONFIGURED, HeadNorm.NONE),
    QWEN2("qwen2", QueryBias.ALWAYS, HeadNorm.NONE),
    QWEN3("qwen3", QueryBias.CONFIGURED, HeadNorm.QUERIES_AND_KEYS);

    /** Whether query, key and value projections have biases. */
    enum QueryBias {
        /** As {@code attention_bias} says, and the output projection with them. */
        CONFIGURED,
        /** Always, the output projection never; no key says so. */
        ALWAYS
    }

    /** Which vectors are normalised per head before they are rotated. */
    enum HeadNorm {
        NONE,
        QUERIES_AND_KEYS
    }

    final String modelType;
    final QueryBias queryBias;
    final HeadNorm headNorm;

    Architecture(String modelType, QueryBias queryBias, HeadNorm headNorm) {
        this.modelType = modelType;
        this.queryBias = queryBias;
        this.headNorm = headNorm;
    }

    /** The family whose name stands under {@code model_type} in config.json. */
    static Architecture of(String modelType) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.modelType.equals(modelType))
                .findFirst()
                .orElseThrow(() -> new ModelLoadException("model_type \"" + modelType + "\" is not supported; one of "
                        + Arrays.stream(values())
                                .map(architecture -> architecture.modelType)
                                .collect(Collectors.joining(", "))
                        + " is required."));
    }
}
