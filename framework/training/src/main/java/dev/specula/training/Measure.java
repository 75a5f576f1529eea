package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.text.Checker;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Lesson;
import dev.specula.training.data.Pictures;
import dev.specula.training.data.Turn;
import dev.specula.training.model.TargetModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures a target by what it says: captions and answers, decoded by arg-max and judged by the checker. */
final class Measure {

    private static final int TOGETHER = 25;
    private static final int NO_LIMIT = 96;

    private final TargetModel model;
    private final NDManager manager;

    Measure(TargetModel model, NDManager manager) {
        this.model = model;
        this.manager = manager;
    }

    /**
     * What came out.
     *
     * @param attributes told rightly in captions
     * @param questions answered rightly, by kind
     */
    record Result(Checker.Score attributes, Map<Exchange.Kind, Checker.Score> questions) {

        Checker.Score allQuestions() {
            return questions.values().stream().reduce(new Checker.Score(0, 0), Checker.Score::plus);
        }

        @Override
        public String toString() {
            return "attributes %.4f of %d, questions %.4f of %d %s"
                    .formatted(
                            attributes.share(),
                            attributes.all(),
                            allQuestions().share(),
                            allQuestions().all(),
                            questions);
        }
    }

    /** The first {@code scenes} scenes of {@code lesson}, a multiple of 25. */
    Result of(Lesson lesson, int scenes) {
        Checker.Score attributes = new Checker.Score(0, 0);
        Map<Exchange.Kind, Checker.Score> questions = new EnumMap<>(Exchange.Kind.class);
        for (int first = 0; first < scenes; first += TOGETHER) {
            Pictures pictures = lesson.pictures(first, TOGETHER);
            List<List<Turn>> answered = answers(pictures, lesson);
            for (int index = 0; index < TOGETHER; index++) {
                Scene scene = pictures.scenes().get(index);
                List<Exchange> exchanges = lesson.exchanges(scene);
                attributes = attributes.plus(
                        Checker.caption(scene, text(answered.get(index).get(0), lesson.tokenizer())));
                for (int turn = 1; turn < exchanges.size(); turn++) {
                    Exchange question = exchanges.get(turn);
                    boolean right =
                            Checker.answers(question, text(answered.get(index).get(turn), lesson.tokenizer()));
                    questions.merge(question.kind(), new Checker.Score(right ? 1 : 0, 1), Checker.Score::plus);
                }
            }
        }
        return new Result(attributes, questions);
    }

    private List<List<Turn>> answers(Pictures pictures, Lesson lesson) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray rows = model.encoder().rows(model.encoder().patches(Feed.pixels(pictures, manager)));
            return new OwnAnswers(model, manager, NO_LIMIT).greedy(rows, lesson.turns(pictures));
        }
    }

    private static String text(Turn turn, BlocksTokenizer tokenizer) {
        return tokenizer.decode(turn.answer());
    }
}
