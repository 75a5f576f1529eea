package dev.specula.bench.verify;

import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.workload.Task;
import dev.specula.token.Sampling;
import java.util.Arrays;
import java.util.List;

/** Compares what a pipeline says with the reference, token by token. */
public final class Comparer {
    private final Subject subject;
    private final Decoder speculative;
    private final Decoder reference;
    private int answers;
    private long tokens;
    private long differingTokens;
    private int differingAnswers;
    private int nearTies;
    private double widestMargin;

    private Comparer(Subject subject, int maxNewTokens) {
        this.subject = subject;
        this.speculative = new Decoder(subject, Way.SPECULATIVE, maxNewTokens);
        this.reference = new Decoder(subject, Way.REFERENCE, maxNewTokens);
    }

    /** All of {@code tasks} at one temperature; answer i has seed {@code seed + i}. */
    public static Comparison compare(
            Subject subject, List<Task> tasks, double temperature, long seed, int maxNewTokens) {
        Comparer comparer = new Comparer(subject, maxNewTokens);
        for (int i = 0; i < tasks.size(); i++) {
            Sampling sampling = tasks.get(i).sampling(temperature, seed + i);
            comparer.add(
                    tasks.get(i),
                    sampling,
                    comparer.speculative.say(tasks.get(i), sampling).tokens(),
                    comparer.reference.say(tasks.get(i), sampling).tokens());
        }
        return comparer.comparison(temperature);
    }

    private void add(Task task, Sampling sampling, int[] said, int[] wanted) {
        answers++;
        tokens += wanted.length;
        int same = Arrays.mismatch(said, wanted);
        if (same < 0) {
            return;
        }
        differingAnswers++;
        differingTokens += Differences.count(said, wanted);
        double margin = same < Math.min(said.length, wanted.length)
                ? Margin.between(subject.target(), task.prompts().target(), wanted, same, said[same], sampling)
                : Double.POSITIVE_INFINITY; // one answer goes on where the other ends without an end token
        nearTies += Margin.isNearTie(margin) ? 1 : 0;
        widestMargin = Math.max(widestMargin, margin);
    }

    private Comparison comparison(double temperature) {
        return new Comparison(
                subject.pipeline().description(),
                temperature,
                answers,
                tokens,
                differingTokens,
                differingAnswers,
                nearTies,
                widestMargin);
    }
}
