package dev.specula.blocks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CheckerTests {

    private static final List<Scene> SCENES = LongStream.range(0, 1000)
            .mapToObj(index -> Scenes.scene(SeedRange.VALIDATION.seed(index)))
            .toList();

    @Test
    void everyCaptionTellsEveryAttributeOfItsScene() {
        for (Scene scene : SCENES) {
            for (int style = 0; style < 4; style++) {
                Exchange caption = Conversation.caption(scene, style);
                assertThat(Checker.caption(scene, caption.answer()).share())
                        .as(caption.answer())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aCaptionOfAnotherSceneScoresLower() {
        for (int index = 0; index + 1 < SCENES.size(); index++) {
            String caption = Conversation.caption(SCENES.get(index + 1), 0).answer();
            assertThat(Checker.caption(SCENES.get(index), caption).share())
                    .as(caption)
                    .isLessThan(1);
        }
    }

    @Test
    void oneWrongWordCostsOneAttribute() {
        Scene scene = SCENES.stream()
                .filter(all -> all.blocks().size() == 3)
                .findFirst()
                .orElseThrow();
        String caption = CaptionStyle.LIST.caption(scene.blocks(), Voice.PLAIN, "picture");
        String colour = Voice.PLAIN.word(scene.blocks().get(0).colour());
        String other = colour.equals("red") ? "blue" : "red";
        Checker.Score score = Checker.caption(scene, caption.replaceFirst(" " + colour + " ", " " + other + " "));
        assertThat(score).isEqualTo(new Checker.Score(score.all() - 1, score.all()));
    }

    @Test
    void anInventedBlockCostsFourAttributes() {
        Scene scene = SCENES.get(0);
        String caption = CaptionStyle.LIST.caption(scene.blocks(), Voice.PLAIN, "picture");
        Checker.Score truth = Checker.caption(scene, caption);
        assertThat(Checker.caption(scene, caption + " at the centre there is a large red star."))
                .isEqualTo(new Checker.Score(truth.right(), truth.all() + 4));
    }

    @Test
    void anAnswerIsRightInEitherRegisterAndWrongForAnotherFact() {
        Exchange where = new Exchange(
                Exchange.Kind.PLACE,
                "where is the ring?",
                "the ring is at the top left of the picture. it is large and purple.");
        assertThat(Checker.answers(where, "the hoop is at the top left of the picture. it is big and violet."))
                .isTrue();
        assertThat(Checker.answers(where, "the ring is at the top right of the picture. it is large and purple."))
                .isFalse();
        assertThat(Checker.answers(where, "the ring is at the top left of the picture. it is small and purple."))
                .isFalse();
        assertThat(Checker.answers(where, "")).isFalse();
    }

    @Test
    void answersToTheSameQuestionAboutScenesThatDifferAreToldApart() {
        int differing = 0;
        int caught = 0;
        for (int index = 0; index + 1 < SCENES.size(); index++) {
            for (Exchange question : Conversation.questions(SCENES.get(index), 0, 3)) {
                assertThat(Checker.answers(question, question.answer())).isTrue();
                for (Exchange other : Conversation.questions(SCENES.get(index + 1), 0, 3)) {
                    if (other.kind() == question.kind() && !other.answer().equals(question.answer())) {
                        differing++;
                        caught += Checker.answers(question, other.answer()) ? 0 : 1;
                    }
                }
            }
        }
        // Not all: two answers may differ in register alone.
        assertThat(differing).isGreaterThan(500);
        assertThat((double) caught / differing).isGreaterThan(0.99);
    }

    @Test
    void attributesBehindTheirBlockAreRead() {
        assertThat(Facts.in("the star is red. it is large and lies at the top left of the picture.")
                        .descriptions())
                .containsExactly(new Description(BlockShape.STAR, BlockColour.RED, BlockSize.LARGE, Region.TOP_LEFT));
    }

    @Test
    void emptinessIsAFact() {
        Facts facts = Facts.in("there is nothing at the centre. the picture shows a red star.");
        assertThat(facts.count()).isZero();
        assertThat(facts.descriptions())
                .containsExactly(
                        new Description(null, null, null, Region.CENTRE),
                        new Description(BlockShape.STAR, BlockColour.RED, null, null));
    }
}
