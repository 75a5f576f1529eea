package dev.specula.spring.model;

import dev.specula.SpeculaException;
import dev.specula.model.ModelLoadException;

/** A model of the application that cannot be loaded, with the property that says where it is. */
public final class ModelStartException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    private final String model;
    private final String property;
    private final String location;
    private final boolean found;

    ModelStartException(String model, String property, String location, boolean found, ModelLoadException cause) {
        super(
                "The model \"" + model + "\" must be readable at \"" + location + "\" (property " + property
                        + "), but is not: " + cause.getMessage(),
                cause);
        this.model = model;
        this.property = property;
        this.location = location;
        this.found = found;
    }

    /** What messages call the model. */
    public String model() {
        return model;
    }

    /** The property that says where it is. */
    public String property() {
        return property;
    }

    /** Where it should be; empty where nothing says. */
    public String location() {
        return location;
    }

    /** Whether there is anything. */
    public boolean isFound() {
        return found;
    }
}
