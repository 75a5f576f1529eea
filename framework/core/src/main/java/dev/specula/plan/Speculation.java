package dev.specula.plan;

import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;

/**
 * Whether and how an answer is drafted.
 *
 * @param kind which of the three
 * @param preset name of the preset; empty unless the kind is {@link Kind#PRESET}
 */
public record Speculation(Kind kind, String preset) {
    /** The ways to choose. */
    public enum Kind {
        /** As the pipeline sees fit. */
        AUTO,
        /** Not at all: the target alone, in passes whose rounding is that of verified ones. */
        OFF,
        /** Not at all: the target alone, one row a pass. The fastest without a draft; equal to the others but for rounding. */
        PLAIN,
        /** With a preset. */
        PRESET
    }

    /** As the pipeline sees fit. */
    public static final Speculation AUTO = new Speculation(Kind.AUTO, "");

    /** Not at all: the target alone. */
    public static final Speculation OFF = new Speculation(Kind.OFF, "");

    /** Not at all, and not comparable bit for bit either: what speed-ups are measured against. */
    public static final Speculation PLAIN = new Speculation(Kind.PLAIN, "");

    /** Checks that a preset has a name, and nothing else has. */
    public Speculation {
        if ((kind == Kind.PRESET) == preset.isEmpty()) {
            throw new IllegalArgumentException(
                    "only a preset must have a name, but " + kind + " has \"" + preset + "\".");
        }
    }

    /** With the preset {@code name}. */
    public static Speculation preset(String name) {
        return new Speculation(Kind.PRESET, name);
    }

    /** Reads {@code auto}, {@code off}, {@code plain} or the name of a preset. */
    public static Speculation of(String text) {
        return switch (text) {
            case "auto" -> AUTO;
            case "off" -> OFF;
            case "plain" -> PLAIN;
            default -> preset(text);
        };
    }

    /** Whether the target answers alone, without so much as a guess. */
    public boolean isAlone() {
        return kind == Kind.OFF || kind == Kind.PLAIN;
    }

    /**
     * How much a pipeline that knows one preset drafts where this is wanted: as {@code drafting} says, or nothing.
     *
     * @throws IllegalArgumentException if this names another preset than that of {@code pipeline}
     */
    public Schedule schedule(PipelineDescription pipeline, Schedule drafting) {
        if (isAlone()) {
            return new FixedSchedule(0);
        }
        if (kind == Kind.PRESET && !preset.equals(pipeline.preset())) {
            throw new IllegalArgumentException("the preset must be \"" + pipeline.preset() + "\", the only one of \""
                    + pipeline.name() + "\" here, but was \"" + preset + "\".");
        }
        return drafting;
    }

    /** {@code auto}, {@code off}, {@code plain} or the name of the preset. */
    @Override
    public String toString() {
        return switch (kind) {
            case AUTO -> "auto";
            case OFF -> "off";
            case PLAIN -> "plain";
            case PRESET -> preset;
        };
    }
}
