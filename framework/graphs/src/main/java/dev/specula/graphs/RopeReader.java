package dev.specula.graphs;

/** Reads what config.json says about rotary embedding, as {@code transformers} writes it, versions 4 and 5. */
final class RopeReader {
    /** Kind of a layer that sees everything. */
    static final String FULL = "full_attention";
    /** Kind of a layer that sees a window. */
    static final String SLIDING = "sliding_attention";

    private static final String LOCAL_BASE = "rope_local_base_freq";

    private RopeReader() {}

    /** The embedding of layers of {@code kind}. Version 5 keeps base and scaling together, version 4 apart. */
    static Rope read(JsonConfig json, String kind) {
        if (json.has("rope_parameters")) {
            JsonConfig parameters = json.section("rope_parameters");
            JsonConfig rope = parameters.has(kind) ? parameters.section(kind) : parameters;
            return new Rope(base(rope), scaling(rope));
        }
        if (kind.equals(SLIDING) && json.has(LOCAL_BASE)) {
            return new Rope(json.positive(LOCAL_BASE), new Rope.Unscaled());
        }
        return new Rope(
                base(json), json.has("rope_scaling") ? scaling(json.section("rope_scaling")) : new Rope.Unscaled());
    }

    private static double base(JsonConfig json) {
        return json.has("rope_theta") ? json.positive("rope_theta") : Rope.USUAL_BASE;
    }

    private static Rope.Scaling scaling(JsonConfig rope) {
        String type = rope.text("rope_type", rope.text("type", "default"));
        return switch (type) {
            case "default" -> new Rope.Unscaled();
            case "linear" -> new Rope.Linear(rope.positive("factor"));
            case "llama3" -> llama3(rope);
            case "divisors" -> new Rope.Divided(rope.numbers("divisors"));
            default -> throw rope.refused("rope_type", "default, linear or llama3", "\"" + type + "\"");
        };
    }

    private static Rope.Llama3 llama3(JsonConfig rope) {
        double low = rope.positive("low_freq_factor");
        double high = rope.positive("high_freq_factor");
        if (high <= low) {
            throw rope.refused("high_freq_factor", "greater than low_freq_factor, " + low, high);
        }
        return new Rope.Llama3(rope.positive("factor"), low, high, rope.positive("original_max_position_embeddings"));
    }
}
