package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.training.model.SpeechDecoder;
import dev.specula.training.sound.SpeechBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Teaches drafts of speech the laws of a target (Kim and Rush 2016): one step in three on what was said, on what the target writes,
 * and on what it wrote at temperature 0.8. The drafts share each pass of the target, and learn from it several times, at once
 * and when it comes up again.
 */
final class SpeechDistillation {

    /** The temperature of sampled answers, and of the overlap that is reported. */
    static final double TEMPERATURE = 0.8;

    private static final int PASSES = 2; // most answers have settled by then
    private static final int AGAIN = 3; // earlier passes a step learns from besides its own
    private static final int REMEMBERED = 48;

    private final SpeechTarget target;
    private final List<SpeechStudent> students;
    private final NDManager manager;
    private final SpeechAnswers answers;
    private final List<SpeechLecture> remembered = new ArrayList<>();

    SpeechDistillation(SpeechTarget target, List<SpeechStudent> students, NDManager manager) {
        this.target = target;
        this.students = List.copyOf(students);
        this.manager = manager;
        this.answers = new SpeechAnswers(target.decoder(), manager, PASSES);
    }

    /** One step of every student, on this batch and on earlier ones; the cross-entropy of each on this batch. */
    List<Double> step(long step, SpeechBatch batch, double rate) {
        if (remembered.size() == REMEMBERED) {
            remembered.remove(0).close();
        }
        SpeechLecture lecture = lecture(step, batch);
        remembered.add(lecture);
        Random random = new Random(step);
        for (int time = 0; time < AGAIN; time++) {
            learn(remembered.get(random.nextInt(remembered.size())), step * (1 + AGAIN) + time, rate);
        }
        return learn(lecture, step * (1 + AGAIN) + AGAIN, rate);
    }

    private SpeechLecture lecture(long step, SpeechBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray rows = target.rows(batch, manager);
            int[] said = switch ((int) (step % 3)) {
                case 0 -> batch.ids();
                case 1 -> answers.greedy(rows, batch);
                default -> answers.sampled(rows, batch, TEMPERATURE, step);
            };
            return SpeechLecture.of(target, batch, rows, said, manager).remembered();
        }
    }

    private List<Double> learn(SpeechLecture lecture, long update, double rate) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return students.stream()
                    .map(student -> student.learn(lecture, update, rate))
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

    /** Measures {@code student} on {@code batch}. */
    Agreement agreement(SpeechStudent student, SpeechBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray rows = target.rows(batch, manager);
            SpeechLecture greedy = SpeechLecture.of(target, batch, rows, answers.greedy(rows, batch), manager);
            int[] own = answers.sampled(rows, batch, TEMPERATURE, 1);
            SpeechLecture sampled = SpeechLecture.of(target, batch, rows, own, manager);
            return new Agreement(
                    greedy.agreement(logits(student, greedy)), sampled.overlap(logits(student, sampled), TEMPERATURE));
        }
    }

    private static NDArray logits(SpeechStudent student, SpeechLecture lecture) {
        return student.decoder().logits(lecture.ids(), lecture.rows(), SpeechDecoder.Onlooker.NOBODY);
    }
}
