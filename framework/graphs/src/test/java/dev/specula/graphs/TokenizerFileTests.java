package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.model.ModelLoadException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the refused files has the native library end the process. */
class TokenizerFileTests {
    private static final String[] TEXTS = {"a small red circle, 12 <s> \u00e9 \ud83d\ude42 \u0000", "  ", ""};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "byte-level-bpe-gpt2",
                "byte-level-bpe-llama3",
                "metaspace-bpe-gemma",
                "metaspace-bpe-llama2",
                "unigram-t5",
                "wordpiece-bert"
            })
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noDamagedTokenizerDoesWorseThanToBeRefused(String kind) {
        String json = ResourceFolder.at("classpath:tokenizers/" + kind).text("tokenizer.json");
        Attack attack = new Attack();
        long bound = 4 * attack.allocated(json, TokenizerFileTests::use) + (1 << 20);
        int files = 300;

        int refused = attack.on(files, () -> attack.damaged(json), TokenizerFileTests::use, bound);

        assertThat(refused).isBetween(files / 8, files - files / 50);
    }

    private static void use(String json) {
        TokenizerVocabulary vocabulary = vocabulary(json);
        for (String text : TEXTS) {
            vocabulary.decode(vocabulary.encode(text));
        }
        vocabulary.begin();
        vocabulary.decode(0, 1, 699, 5_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decoder | {\"type\": \"Strip\", \"content\": \" \", \"start\": 1e99, \"stop\": 0} | cannot be read",
                "decoder | {\"type\": \"Strip\", \"content\": \" \", \"start\": 4096, \"stop\": 0} | must be at most 1000",
                "decoder | {\"type\": \"Strip\", \"content\": \" \", \"start\": 0, \"stop\": 1} | must be 0, but is 1",
                "decoder | {\"type\": \"Guess\"} | The decoder of tokenizer.json of \"memory\" must be of one of the types",
                "normalizer | {\"type\": \"Precompiled\", \"precompiled_charsmap\": \"A,\"} | cannot be read",
                "normalizer | {\"type\": \"Precompiled\", \"precompiled_charsmap\": \"BAAAAP///38=\"} | a map of characters",
                "normalizer | {\"type\": \"Precompiled\"} | must be a map of characters",
                "post_processor | {\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"<s>\", \"type_id\": 0}}]} | a mark told of",
                "post_processor | {\"type\": \"TemplateProcessing\", \"single\": [{\"Sequence\": {\"id\": \"B\", \"type_id\": 0}}]} | of a text that is there",
                "pre_tokenizer | {\"type\": \"Split\", \"pattern\": {\"Regex\": \"(?:a+)+b\"}, \"behavior\": \"Isolated\", \"invert\": false} | The regular expression (?:a+)+b in tokenizer.json of \"memory\" may be tried far more often than",
                "normalizer | {\"type\": \"Replace\", \"pattern\": {\"Regex\": \"(ab\\\\g<1>)\"}, \"content\": \"\"} | has \"\\g<1>)\", which is not known",
                "normalizer | {\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"Prepend\", \"prepend\": \"123456789012345678\"}, {\"type\": \"Replace\", \"pattern\": {\"String\": \"1\"}, \"content\": \"1234567890\"}]} | Replace in tokenizer.json of \"memory\" makes a text longer than 100000 characters too long",
                "decoder | {\"type\": \"Replace\", \"pattern\": {\"Regex\": \"(?:a?){40}c\"}, \"content\": \"\"} | may be tried far more often than",
                "model | {\"type\": \"BPE\", \"continuing_subword_prefix\": \"##\", \"vocab\": {\"a\": 0, \"b\": 1, \"ab\": 2}, \"merges\": [\"a b\"]} | a merge whose second starts with \"##\"",
                "model | {\"type\": \"BPE\", \"dropout\": 0.5, \"vocab\": {\"a\": 0}, \"merges\": []} | must be 0, but is 0.5"
            })
    void refusesWhatTheLibraryIsNotKnownToRead(String part, String value, String message) {
        JsonObject json = JsonParser.parseString(
                        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": []}}")
                .getAsJsonObject();
        json.add(part, JsonParser.parseString(value));

        assertThatThrownBy(() -> vocabulary(json.toString()))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesSequencesTooDeepToFollow() {
        String steps = "{\"type\": \"Fuse\"}";
        for (int depth = 0; depth < 100; depth++) {
            steps = "{\"type\": \"Sequence\", \"decoders\": [" + steps + "]}";
        }
        String json = "{\"decoder\": " + steps + ", \"model\": {\"type\": \"BPE\", \"vocab\": {}, \"merges\": []}}";

        assertThatThrownBy(() -> vocabulary(json))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("in sequences up to 4 deep");
    }

    @Test
    void saysHowLongATextMayBeWhereItGrowsBeforeItIsCutUp() {
        TokenizerVocabulary vocabulary = vocabulary("{\"normalizer\": {\"type\": \"NFKC\"},"
                + " \"pre_tokenizer\": {\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"trim_offsets\": true},"
                + " \"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": []}}");

        assertThat(vocabulary.encode("a".repeat(100_000))).hasSize(100_000);
        assertThatThrownBy(() -> vocabulary.encode("a".repeat(600_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but has 600000; shorten it");
    }

    @Test
    void saysThatATextHasNoToken() {
        TokenizerVocabulary vocabulary =
                vocabulary("{\"model\": {\"type\": \"WordPiece\", \"unk_token\": \"none\", \"vocab\": {\"a\": 0},"
                        + " \"continuing_subword_prefix\": \"\", \"max_input_chars_per_word\": 9}}");

        assertThatThrownBy(() -> vocabulary.encode("b"))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("must have a token for every part of a text");
    }

    @Test
    void readsModelsOfOldFilesThatDoNotSayTheirType() {
        assertThat(vocabulary("{\"model\": {\"vocab\": {\"a\": 0, \"b\": 1, \"ab\": 2}, \"merges\": [\"a b\"]}}")
                        .encode("abb"))
                .containsExactly(2, 1);
    }

    private static TokenizerVocabulary vocabulary(String json) {
        return TokenizerVocabulary.of(
                new MemoryFolder(Map.of("tokenizer.json", json.getBytes(StandardCharsets.UTF_8))), 1 << 20);
    }
}
