package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokenizers of every published kind give the tokens and texts that the reference library gives. */
class TokenizerVocabularyTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "byte-level-bpe-gpt2",
                "byte-level-bpe-llama3",
                "byte-level-bpe-qwen2",
                "metaspace-bpe-gemma",
                "metaspace-bpe-llama2",
                "unigram-t5",
                "wordpiece-bert"
            })
    void givesTheTokensAndTextsOfTheReference(String kind) {
        CheckpointFolder folder = ResourceFolder.at("classpath:tokenizers/" + kind + "/");
        assertThatTextsAreThoseOf(folder, TokenizerVocabulary.of(folder, 1 << 20));
    }

    /** The files hold scores and no merges; the reference's tokenizers were made from merges. */
    @ParameterizedTest
    @CsvSource({"metaspace-bpe-llama2, 1", "metaspace-bpe-gemma, 2"})
    void givesThemOfTheSentencePiecesInAGgufFile(String kind, int begin, @TempDir Path alone) throws IOException {
        CheckpointFolder folder = ResourceFolder.at("classpath:tokenizers/" + kind + "/");
        Path file = alone.resolve("model.gguf");
        try (InputStream in = folder.open("model.gguf")) {
            Files.copy(in, file);
        }
        TokenizerVocabulary vocabulary = TokenizerVocabulary.of(CheckpointFolder.at("file:" + file), 1 << 20);

        assertThat(vocabulary.begin()).hasValue(begin);
        assertThatTextsAreThoseOf(folder, vocabulary);
    }

    private static void assertThatTextsAreThoseOf(CheckpointFolder folder, TokenizerVocabulary vocabulary) {
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (JsonElement each :
                JsonParser.parseString(folder.text("expected.json")).getAsJsonArray()) {
            JsonObject row = each.getAsJsonObject();
            String text = row.get("text").getAsString();
            int[] ids = row.getAsJsonArray("ids").asList().stream()
                    .mapToInt(JsonElement::getAsInt)
                    .toArray();
            compared++;
            if (!Arrays.equals(vocabulary.encode(text), ids)
                    || !vocabulary.decode(ids).equals(row.get("decoded").getAsString())) {
                differing.add(text);
            }
        }

        assertThat(compared).isEqualTo(200);
        assertThat(differing).isEmpty();
    }

    @Test
    void cutsNoLongText() {
        TokenizerVocabulary vocabulary =
                TokenizerVocabulary.of(ResourceFolder.at("classpath:tokenizers/byte-level-bpe-gpt2/"), 1 << 20);

        assertThat(vocabulary.encode("a small red circle. ".repeat(1000)).length)
                .isGreaterThan(4000);
    }

    /** The library would end the process at 12 million spaces. */
    @Test
    void refusesATextThatIsTooLongToCutUp() {
        TokenizerVocabulary vocabulary =
                TokenizerVocabulary.of(ResourceFolder.at("classpath:tokenizers/byte-level-bpe-llama3/"), 1 << 20);

        assertThat(vocabulary.encode(" ".repeat(300_000) + "b")).hasSizeGreaterThan(100_000);
        assertThatThrownBy(() -> vocabulary.encode(" ".repeat(2_000_000) + "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A text must have at most 2000000 characters to be cut into tokens, but has 2000001; shorten"
                                + " it.");
    }
}
