package dev.specula.model;

/** Loads the models of annotated beans: knows where each is, and in which format its weights are wanted. */
public interface ModelLoader {
    /**
     * The model of the bean method {@code name}.
     *
     * @throws ModelLoadException if it cannot be found or read
     */
    CausalModel causal(String name);
}
