package dev.specula.graphs;

import dev.specula.model.ModelLoadException;

/** Reads config.json as {@code transformers} writes it, versions 4 and 5. */
final class DecoderConfigReader {
    private DecoderConfigReader() {}

    /**
     * Reads the numbers of a decoder.
     *
     * @throws ModelLoadException if a key is missing or asks for something the graphs do not have
     */
    static DecoderConfig read(JsonConfig json) {
        Architecture architecture = Architecture.of(json.text("model_type"));
        refuseUnknownBehaviour(json);
        int hidden = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        return new DecoderConfig(
                architecture,
                json.integer("vocab_size"),
                hidden,
                json.integer("intermediate_size"),
                json.integer("num_hidden_layers"),
                heads,
                json.integer("num_key_value_heads", heads),
                json.integer("head_dim", hidden / heads),
                json.integer("max_position_embeddings"),
                (float) json.number("rms_norm_eps"),
                rope(json),
                biases(json, architecture),
                json.flag("tie_word_embeddings") ? DecoderConfig.Head.TIED : DecoderConfig.Head.OWN);
    }

    private static void refuseUnknownBehaviour(JsonConfig json) {
        String activation = json.text("hidden_act", "silu");
        if (!activation.equals("silu")) {
            throw json.refused("hidden_act", "\"silu\"", "\"" + activation + "\"");
        }
        if (json.flag("use_sliding_window")) {
            throw json.refused("use_sliding_window", "false", "true");
        }
        double rotated = json.number("partial_rotary_factor", 1);
        if (rotated != 1) {
            throw json.refused("partial_rotary_factor", "1", rotated);
        }
    }

    private static DecoderConfig.Biases biases(JsonConfig json, Architecture architecture) {
        boolean configured = json.flag("attention_bias");
        boolean always = architecture.queryBias == Architecture.QueryBias.ALWAYS;
        return new DecoderConfig.Biases(always || configured, !always && configured, json.flag("mlp_bias"));
    }

    /** Version 5 keeps base and scaling together, version 4 apart. */
    private static Rope rope(JsonConfig json) {
        if (json.has("rope_parameters")) {
            JsonConfig rope = json.section("rope_parameters");
            return new Rope(rope.number("rope_theta", Rope.USUAL_BASE), scaling(rope));
        }
        double base = json.number("rope_theta", Rope.USUAL_BASE);
        return new Rope(base, json.has("rope_scaling") ? scaling(json.section("rope_scaling")) : new Rope.Unscaled());
    }

    private static Rope.Scaling scaling(JsonConfig rope) {
        String type = rope.text("rope_type", rope.text("type", "default"));
        return switch (type) {
            case "default" -> new Rope.Unscaled();
            case "linear" -> new Rope.Linear(rope.number("factor"));
            case "llama3" ->
                new Rope.Llama3(
                        rope.number("factor"),
                        rope.number("low_freq_factor"),
                        rope.number("high_freq_factor"),
                        rope.number("original_max_position_embeddings"));
            case "divisors" -> new Rope.Divided(rope.numbers("divisors"));
            default -> throw rope.refused("rope_type", "default, linear or llama3", "\"" + type + "\"");
        };
    }
}
