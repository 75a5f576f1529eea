package dev.specula.blocks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationTests {

    @Test
    void theSameSeedAsksTheSame() {
        Scene scene = Scenes.scene(SeedRange.VALIDATION.seed(3));
        assertThat(Conversation.questions(scene, 5, 4))
                .isEqualTo(Conversation.questions(scene, 5, 4))
                .hasSize(4);
        assertThat(Conversation.caption(scene, 5)).isEqualTo(Conversation.caption(scene, 5));
    }

    @Test
    void everyKindOfQuestionIsAsked() {
        Set<Exchange.Kind> asked = EnumSet.of(Exchange.Kind.CAPTION);
        for (int index = 0; index < 200; index++) {
            Conversation.questions(Scenes.scene(SeedRange.VALIDATION.seed(index)), 0, 3)
                    .forEach(question -> asked.add(question.kind()));
        }
        assertThat(asked).containsExactlyInAnyOrder(Exchange.Kind.values());
    }

    @Test
    void answersAreSomeTwentyToSixtyTokensLong() {
        BlocksTokenizer tokenizer = BlocksTokenizer.trained();
        IntSummaryStatistics lengths = IntStream.range(0, 500)
                .mapToObj(index -> Scenes.scene(SeedRange.VALIDATION.seed(index)))
                .flatMap(scene -> Stream.concat(
                        Stream.of(Conversation.caption(scene, 0)), Conversation.questions(scene, 0, 3).stream()))
                .mapToInt(exchange -> tokenizer.encode(exchange.answer()).length)
                .summaryStatistics();

        assertThat(lengths.getAverage()).isBetween(20.0, 35.0);
        assertThat(lengths.getMin()).isBetween(8, 20);
        assertThat(lengths.getMax()).isBetween(55, 70);
    }

    @Test
    void everySceneHasQuestionsEvenWithOneBlock() {
        for (long seed = 0; seed < 5000; seed++) {
            assertThat(Conversation.questions(Scenes.scene(SeedRange.VALIDATION.seed(seed)), seed, 6))
                    .hasSize(6);
        }
    }
}
