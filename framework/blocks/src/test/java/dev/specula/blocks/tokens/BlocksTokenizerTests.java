package dev.specula.blocks.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Commands;
import dev.specula.blocks.text.Conversation;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTokenizerTests {

    private static final BlocksTokenizer TOKENIZER = BlocksTokenizer.trained();

    @Test
    void textOfTheBlocksWorldComesBackExactly() {
        for (int index = 0; index < 2000; index++) {
            Scene scene = Scenes.scene(SeedRange.VALIDATION.seed(index));
            Conversation.questions(scene, index, 4).forEach(question -> {
                assertThat(TOKENIZER.decode(TOKENIZER.encode(question.request())))
                        .isEqualTo(question.request());
                assertThat(TOKENIZER.decode(TOKENIZER.encode(question.answer())))
                        .isEqualTo(question.answer());
            });
        }
    }

    @Test
    void thereAreAtMost512TokensAndWordsAreMostlyOne() {
        assertThat(TOKENIZER.size()).isLessThanOrEqualTo(BlocksTokenizer.MOST_TOKENS);
        assertThat(TOKENIZER.paddedSize())
                .isGreaterThanOrEqualTo(TOKENIZER.size())
                .isLessThanOrEqualTo(512);
        for (String word :
                List.of("there", "large", "violet", "crescent", "bottom", "centre", "picture", "background")) {
            assertThat(TOKENIZER.encode(" " + word)).as(word).hasSize(1);
        }
    }

    @Test
    void whatItDoesNotKnowIsOneUnknownTokenARun() {
        assertThat(TOKENIZER.encode("\u96ea\u82b1")).containsExactly(SpecialToken.UNK.id());
        assertThat(TOKENIZER.encode("A Red Star")).isEqualTo(TOKENIZER.encode("a red star"));
    }

    @Test
    void trainingItAgainGivesTheSameFile() {
        assertThat(TokenizerFiles.tokenizer(BlocksTokenizer.trained())).isEqualTo(TokenizerFiles.tokenizer(TOKENIZER));
    }

    @Test
    void everyWordOfASpokenCommandIsOneToken() {
        BlocksTokenizer spoken = BlocksTokenizer.spoken();
        for (int index = 0; index < 500; index++) {
            String request = " " + String.join(" ", Commands.request(SeedRange.VALIDATION.seed(index)));
            int words = request.replace(".", " .").strip().split(" +").length;
            assertThat(spoken.encode(request)).as(request).hasSize(words);
            assertThat(spoken.decode(spoken.encode(request))).isEqualTo(request);
        }
    }
}
