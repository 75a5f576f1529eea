package dev.specula.spring.property;

/** A property whose value is out of its range. */
public final class PropertyValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String required;
    private final String found;

    /**
     * The property {@code property} must be {@code required}.
     *
     * @param property its name, or the last part of it where the rest is known from the binding
     */
    public PropertyValueException(String property, String required, Object found) {
        super(property + " must be " + required + ", but was " + found + ".");
        this.property = property;
        this.required = required;
        this.found = String.valueOf(found);
    }

    /** Name of the property, or the last part of it. */
    public String property() {
        return property;
    }

    /** What it takes. */
    public String required() {
        return required;
    }

    /** What it was. */
    public String found() {
        return found;
    }
}
