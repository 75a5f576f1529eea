package dev.specula.blocks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import java.util.EnumSet;
import java.util.Set;
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
    void everySceneHasQuestionsEvenWithOneBlock() {
        for (long seed = 0; seed < 5000; seed++) {
            assertThat(Conversation.questions(Scenes.scene(SeedRange.VALIDATION.seed(seed)), seed, 6))
                    .hasSize(6);
        }
    }
}
