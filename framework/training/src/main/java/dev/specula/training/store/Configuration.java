package dev.specula.training.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.training.data.PictureVocabulary;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.TokenizerShape;
import dev.specula.training.model.VisionShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON files that describe a model. */
public final class Configuration {

    private static final int LONGEST_CONTEXT = 512;

    private Configuration() {}

    static JsonObject target(VisionShape vision, DecoderShape text) {
        JsonObject target = named("BlocksVisionLanguage", "blocks_vlm");
        target.add("text_config", decoder(text));
        JsonObject encoder = new JsonObject();
        encoder.addProperty("model_type", "blocks_vision");
        encoder.addProperty("image_size", vision.imageSize());
        encoder.add(
                "stem_channels",
                new Gson()
                        .toJsonTree(vision.stem().stream()
                                .map(VisionShape.Convolution::channels)
                                .toList()));
        encoder.add(
                "stem_strides",
                new Gson()
                        .toJsonTree(vision.stem().stream()
                                .map(VisionShape.Convolution::stride)
                                .toList()));
        encoder.addProperty("hidden_size", vision.hidden());
        encoder.addProperty("num_hidden_layers", vision.layers());
        encoder.addProperty("num_attention_heads", vision.heads());
        encoder.addProperty("intermediate_size", vision.intermediate());
        encoder.addProperty("hidden_act", "gelu");
        encoder.addProperty("layer_norm_eps", 1e-6);
        target.add("vision_config", encoder);
        target.addProperty("scale_factor", vision.shuffle());
        target.addProperty("image_seq_len", vision.rows());
        target.addProperty("image_token_id", SpecialToken.IMAGE.id());
        target.addProperty("tie_word_embeddings", true);
        specialTokens(target);
        return target;
    }

    static JsonObject decoder(DecoderShape shape) {
        JsonObject decoder = named("LlamaForCausalLM", "llama");
        decoder.addProperty("vocab_size", shape.vocabulary());
        decoder.addProperty("hidden_size", shape.hidden());
        decoder.addProperty("num_hidden_layers", shape.layers());
        decoder.addProperty("num_attention_heads", shape.heads());
        decoder.addProperty("num_key_value_heads", shape.keyHeads());
        decoder.addProperty("head_dim", shape.headSize());
        decoder.addProperty("intermediate_size", shape.intermediate());
        decoder.addProperty("hidden_act", "silu");
        decoder.addProperty("rms_norm_eps", 1e-5);
        decoder.addProperty("rope_theta", 10000.0);
        decoder.addProperty("max_position_embeddings", LONGEST_CONTEXT);
        decoder.addProperty("attention_bias", false);
        decoder.addProperty("mlp_bias", false);
        decoder.addProperty("tie_word_embeddings", true);
        decoder.addProperty("torch_dtype", "float16");
        specialTokens(decoder);
        return decoder;
    }

    static JsonObject pictureTokenizer(TokenizerShape shape) {
        JsonObject tokenizer = named("BlocksPictureTokenizer", "blocks_picture_tokenizer");
        tokenizer.addProperty("image_size", shape.imageSize());
        tokenizer.addProperty("patch_size", shape.patch());
        tokenizer.addProperty("codebook_size", shape.codes());
        tokenizer.addProperty("codebook_width", shape.width());
        tokenizer.addProperty("encoder_hidden_size", shape.encoder());
        tokenizer.addProperty("decoder_channels", shape.channels());
        tokenizer.addProperty("decoder_depth", shape.depth());
        tokenizer.addProperty("hidden_act", "gelu");
        return tokenizer;
    }

    static JsonObject picture(PictureVocabulary vocabulary) {
        JsonObject manifest = manifest("role", "target");
        manifest.addProperty("codes", vocabulary.codes());
        manifest.addProperty("side", vocabulary.side());
        manifest.addProperty("first_code", vocabulary.firstCode());
        manifest.addProperty("first_row_end", vocabulary.firstRowEnd());
        return manifest;
    }

    static JsonObject generation() {
        JsonObject generation = new JsonObject();
        specialTokens(generation);
        generation.addProperty("max_new_tokens", 96);
        return generation;
    }

    /** A manifest with one text entry. */
    public static JsonObject manifest(String key, String value) {
        JsonObject manifest = new JsonObject();
        manifest.addProperty(key, value);
        return manifest;
    }

    /** An object with one number. */
    static JsonObject number(String key, int value) {
        JsonObject number = new JsonObject();
        number.addProperty(key, value);
        return number;
    }

    /** Writes {@code content} to {@code file}, to be read by people too. */
    static void write(Path file, JsonObject content) throws IOException {
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(content);
        Files.writeString(file, text + "\n");
    }

    static JsonObject named(String architecture, String type) {
        JsonObject configuration = new JsonObject();
        configuration.add("architectures", new Gson().toJsonTree(List.of(architecture)));
        configuration.addProperty("model_type", type);
        return configuration;
    }

    private static void specialTokens(JsonObject configuration) {
        configuration.addProperty("bos_token_id", SpecialToken.BOS.id());
        configuration.addProperty("eos_token_id", SpecialToken.END.id());
        configuration.addProperty("pad_token_id", SpecialToken.PAD.id());
    }
}
