package dev.specula.spring;

import dev.specula.SpeculaException;
import java.util.List;

/** A preset that no pipeline of this name has. */
public final class UnknownPresetException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    private final String pipeline;
    private final String preset;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> known;

    /** {@code pipeline} has the presets {@code known}, but no {@code preset}. */
    public UnknownPresetException(String pipeline, String preset, List<String> known) {
        super("The preset of \"" + pipeline + "\" must be one of " + known + ", but was \"" + preset + "\".");
        this.pipeline = pipeline;
        this.preset = preset;
        this.known = List.copyOf(known);
    }

    /** Name of the pipeline. */
    public String pipeline() {
        return pipeline;
    }

    /** What was asked for. */
    public String preset() {
        return preset;
    }

    /** What there is. */
    public List<String> known() {
        return known;
    }
}
