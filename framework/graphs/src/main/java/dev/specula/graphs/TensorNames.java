package dev.specula.graphs;

import java.util.Map;

/** What an architecture calls its tensors, by their role; a role without a name is a part that it does not have. */
record TensorNames(Map<String, String> byRole) {
    /** Role of the prefix of a layer's tensors; {@code {}} in it stands for the layer's number. */
    static final String LAYER = "layer";

    TensorNames {
        byRole = Map.copyOf(byRole);
    }

    boolean has(String role) {
        return byRole.containsKey(role);
    }

    String of(String role) {
        String name = byRole.get(role);
        if (name == null) {
            throw new IllegalStateException("An architecture that needs a tensor as its \"" + role
                    + "\" must name it under \"tensors\", but names " + byRole.keySet() + ".");
        }
        return name;
    }

    /** The name of a tensor of layer {@code layer}. */
    String of(int layer, String role) {
        return of(LAYER).replace("{}", Integer.toString(layer)) + of(role);
    }
}
