package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Conversation;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.blocks.tokens.TokenizerFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our tokenizer in training and Hugging Face's at run time read the same file: they must never differ. */
class HuggingFaceAgreementTests {

    private static final BlocksTokenizer OURS = BlocksTokenizer.trained();
    private static HuggingFaceTokenizer theirs;

    @BeforeAll
    static void load() throws IOException {
        byte[] file = TokenizerFiles.tokenizer(OURS).getBytes(StandardCharsets.UTF_8);
        theirs = HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(file),
                Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
    }

    @AfterAll
    static void close() {
        theirs.close();
    }

    @Test
    void bothEncodeTheBlocksWorldAlikeAndBackExactly() {
        for (int index = 0; index < 300; index++) {
            Scene scene = Scenes.scene(SeedRange.VALIDATION.seed(index));
            List<Exchange> exchanges = new ArrayList<>(Conversation.questions(scene, index, 3));
            exchanges.add(Conversation.caption(scene, index));
            for (Exchange exchange : exchanges) {
                assertAlike(exchange.request());
                assertAlike(exchange.answer());
                assertThat(theirs.decode(theirs.encode(exchange.answer()).getIds(), true))
                        .isEqualTo(exchange.answer());
            }
        }
    }

    @Test
    void bothEncodeForeignTextAlike() {
        List.of("Is there a DOG?", "don't  know -- 42!", "caf\u00e9 \u96ea", "line\nbreak", "")
                .forEach(HuggingFaceAgreementTests::assertAlike);
    }

    @Test
    void specialTokensHaveTheirIds() {
        for (SpecialToken special : SpecialToken.values()) {
            assertThat(theirs.encode(special.text()).getIds()).containsExactly(special.id());
        }
    }

    @Test
    void codesFollowTheTextTokens() throws IOException {
        List<String> names = new PictureVocabulary(OURS.size(), 512, 16).names();
        byte[] file = TokenizerFiles.tokenizer(OURS, names).getBytes(StandardCharsets.UTF_8);
        try (HuggingFaceTokenizer drawing =
                HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(file), Map.of("addSpecialTokens", "false"))) {
            assertThat(drawing.encode("<|code:0|><|code:511|><|row:15|>").getIds())
                    .containsExactly(OURS.size(), OURS.size() + 511, OURS.size() + 527);
        }
    }

    private static void assertAlike(String text) {
        long[] expected = Arrays.stream(OURS.encode(text)).asLongStream().toArray();
        assertThat(theirs.encode(text).getIds()).as(text).isEqualTo(expected);
    }
}
