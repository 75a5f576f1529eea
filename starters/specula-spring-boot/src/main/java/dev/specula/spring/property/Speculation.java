package dev.specula.spring.property;

import java.util.Locale;

/**
 * Value of a {@code speculation} property: off, automatic, or the name of a preset.
 *
 * @param value {@code off}, {@code auto} or a preset's name
 */
public record Speculation(String value) {
    /** The target alone. */
    public static final Speculation OFF = new Speculation("off");

    /** The first preset that the models can serve. */
    public static final Speculation AUTO = new Speculation("auto");

    /** Reads a value as it stands in a property; YAML turns a bare {@code off} into {@code false}. */
    public static Speculation of(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            throw new PropertyValueException("speculation", "off, plain, auto or the name of a preset", "empty");
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "off", "false" -> OFF;
            case "auto", "on", "true" -> AUTO;
            default -> new Speculation(value);
        };
    }

    /** Whether drafts are wanted. */
    public boolean isOn() {
        return !equals(OFF);
    }

    /** Whether a preset is named. */
    public boolean namesPreset() {
        return isOn() && !equals(AUTO);
    }

    @Override
    public String toString() {
        return value;
    }
}
