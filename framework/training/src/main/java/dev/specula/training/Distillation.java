package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.training.data.Lesson;
import dev.specula.training.data.Packed;
import dev.specula.training.data.Pictures;
import dev.specula.training.data.Turn;
import dev.specula.training.model.TargetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Teaches drafts the laws of a target (word- and sequence-level distillation, Kim and Rush 2016): one step in three on
 * perfect answers, on the target's own arg-max answers, and on answers it sampled. The drafts share each pass of the target, and learn from it
 * four times, at once and when it comes up again: their own steps cost little beside it.
 */
final class Distillation {

    /** The temperature of sampled answers, and of the overlap that is reported. */
    static final double TEMPERATURE = 0.8;

    private static final int PASSES = 4; // most answers have settled by then
    private static final int AGAIN = 3; // earlier passes a step learns from besides its own
    static final int REMEMBERED = 64; // passes of the target

    private final Lesson lesson;
    private final TargetModel target;
    private final List<Student> students;
    private final NDManager manager;
    private final OwnAnswers ownAnswers;
    private final List<Lecture> remembered = new ArrayList<>();

    Distillation(Lesson lesson, TargetModel target, List<Student> students, NDManager manager) {
        this.lesson = lesson;
        this.target = target;
        this.students = List.copyOf(students);
        this.manager = manager;
        this.ownAnswers = new OwnAnswers(target, manager, PASSES);
    }

    /** What a step needs. */
    record Batch(Pictures pictures, List<List<Turn>> turns) {}

    Batch batch(long step, int count) {
        Pictures pictures = lesson.pictures(step * count, count);
        return new Batch(pictures, lesson.turns(pictures));
    }

    /** One step of every student, on this batch and on earlier ones; the cross-entropy of each on this batch. */
    List<Double> step(long step, Batch batch, double rate) {
        Lecture lecture = remember(step, batch);
        Random random = new Random(step);
        for (int time = 0; time < AGAIN; time++) {
            learn(remembered.get(random.nextInt(remembered.size())), step * (1 + AGAIN) + time, rate);
        }
        return learn(lecture, step * (1 + AGAIN) + AGAIN, rate);
    }

    /** Holds the pass of a step that was learned from before a run was resumed. */
    void catchUp(long step, Batch batch) {
        remember(step, batch);
    }

    private Lecture remember(long step, Batch batch) {
        if (remembered.size() == REMEMBERED) {
            remembered.remove(0).close();
        }
        Lecture lecture = lecture(step, batch);
        remembered.add(lecture);
        return lecture;
    }

    /** A pass of the target: its laws at every place that predicts, and what they were given to. */
    private record Lecture(NDArray laws, NDArray rows, List<List<Turn>> turns) {

        void close() {
            laws.close();
            rows.close();
        }
    }

    private Lecture lecture(long step, Batch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray rows = rows(batch.pictures());
            List<List<Turn>> turns = said(step, rows, batch.turns());
            NDArray laws = targetLogits(rows, turns).softmax(-1);
            NDScope.unregister(rows, laws); // remembered beyond this step
            return new Lecture(laws, rows, turns);
        }
    }

    private List<List<Turn>> said(long step, NDArray rows, List<List<Turn>> perfect) {
        return switch ((int) (step % 3)) {
            case 0 -> perfect;
            case 1 -> ownAnswers.greedy(rows, perfect);
            default -> ownAnswers.sampled(rows, perfect, TEMPERATURE, step);
        };
    }

    private List<Double> learn(Lecture lecture, long update, double rate) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return students.stream()
                    .map(student -> student.learn(
                            lecture.laws(), lecture.rows(), student.packed(lecture.turns()), update, rate))
                    .toList();
        }
    }

    /**
     * How a draft fares on answers the target gives.
     *
     * @param agreement share of places at which both have the same most likely token, on arg-max answers
     * @param overlap mean of 1 minus the total variation of both laws at temperature 0.8, on answers so sampled
     */
    record Agreement(double agreement, double overlap) {}

    /** Measures {@code student} on {@code count} pictures from {@code first}. */
    Agreement agreement(Student student, long first, int count) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Pictures pictures = lesson.pictures(first, count);
            NDArray rows = rows(pictures);
            List<List<Turn>> greedy = ownAnswers.greedy(rows, lesson.turns(pictures));
            NDArray same = targetLogits(rows, greedy)
                    .argMax(1)
                    .eq(student.logits(rows, student.packed(greedy)).argMax(1));
            List<List<Turn>> sampled = ownAnswers.sampled(rows, lesson.turns(pictures), TEMPERATURE, first);
            NDArray targetLaws = targetLogits(rows, sampled).div(TEMPERATURE).softmax(-1);
            NDArray draftLaws = student.logits(rows, student.packed(sampled))
                    .div(TEMPERATURE)
                    .softmax(-1);
            double variation = targetLaws.sub(draftLaws).abs().sum().getFloat()
                    / 2
                    / targetLaws.getShape().get(0);
            return new Agreement(same.countNonzero().getLong() / (double) same.size(), 1 - variation);
        }
    }

    private NDArray rows(Pictures pictures) {
        return target.encoder().rows(target.encoder().patches(Feed.pixels(pictures, manager)));
    }

    private NDArray targetLogits(NDArray rows, List<List<Turn>> turns) {
        Packed packed = ownAnswers.packed(turns, rows);
        NDArray logits = target.logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager));
        return Student.predicting(logits, packed, manager);
    }
}
