package dev.specula.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Several pipelines of one target, told apart by their presets. Immutable.
 *
 * @param <P> the contract they share
 */
public final class Presets<P extends Described> {
    private final Map<String, P> byPreset = new LinkedHashMap<>();
    private final P first;

    /**
     * Of {@code pipelines}, at least one, each with a preset of its own.
     *
     * @throws IllegalArgumentException if there is none, or two have the same preset
     */
    public Presets(List<? extends P> pipelines) {
        if (pipelines.isEmpty()) {
            throw new IllegalArgumentException("pipelines must hold at least one, but is empty.");
        }
        first = pipelines.get(0);
        for (P pipeline : pipelines) {
            String preset = pipeline.description().preset();
            if (byPreset.put(preset, pipeline) != null) {
                throw new IllegalArgumentException(
                        "each pipeline must have a preset of its own, but \"" + preset + "\" is there twice.");
            }
        }
    }

    /** The pipeline that serves where no preset is named. */
    public P first() {
        return first;
    }

    /**
     * The pipeline that {@code speculation} wants: the first, unless it names a preset.
     *
     * @throws IllegalArgumentException if it names a preset that none has
     */
    public P wanted(Speculation speculation) {
        if (speculation.kind() != Speculation.Kind.PRESET) {
            return first;
        }
        P pipeline = byPreset.get(speculation.preset());
        if (pipeline == null) {
            throw new IllegalArgumentException("the preset must be one of "
                    + byPreset.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                    + ", but was \"" + speculation.preset() + "\".");
        }
        return pipeline;
    }
}
