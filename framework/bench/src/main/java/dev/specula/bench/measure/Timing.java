package dev.specula.bench.measure;

import dev.specula.bench.decoding.Median;
import dev.specula.bench.decoding.Rounds;
import dev.specula.bench.decoding.Said;
import dev.specula.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one way of decoding took, repeat by repeat. */
final class Timing {
    private final List<Rounds> decoded = new ArrayList<>(); // (repeats,)
    private final List<Answers> answered = new ArrayList<>(); // (repeats,)
    private final List<Double> totalNanos = new ArrayList<>(); // (repeats,) per token
    private final List<Double> firstNanos = new ArrayList<>(); // (repeats * tasks,)
    private final List<int[]> tokens = new ArrayList<>(); // (tasks,) of the last repeat
    private RunReport report = new RunReport(); // of the last repeat
    private Rounds decoding = Rounds.NONE;
    private Answers answers = Answers.NONE;
    private long decodeBytes; // of the last repeat
    private long total;
    private long said;

    /** Starts a repeat. */
    void start() {
        tokens.clear();
        report = new RunReport();
        decodeBytes = 0;
        decoding = Rounds.NONE;
        answers = Answers.NONE;
        total = 0;
        said = 0;
    }

    void add(Said answer) {
        tokens.add(answer.tokens());
        report.add(answer.report());
        decodeBytes += answer.decodeBytes();
        decoding = decoding.plus(answer.decoding());
        answers = answers.plus(answer);
        total += answer.totalNanos();
        said += answer.length();
        firstNanos.add((double) answer.firstNanos());
    }

    /** Ends a repeat that counts. */
    void end() {
        decoded.add(decoding);
        answered.add(answers);
        totalNanos.add(total / (double) said);
    }

    /** Ends a repeat that only warmed up. */
    void forget() {
        firstNanos.clear();
    }

    double decodeNanosPerToken() {
        return median(Rounds::nanosPerToken);
    }

    /** Of the rounds after the first of each answer, the median of the repeats. */
    double median(ToDoubleFunction<Rounds> number) {
        return Median.of(decoded.stream().mapToDouble(number).toArray());
    }

    double totalNanosPerToken() {
        return Median.of(numbers(totalNanos));
    }

    double firstMillis() {
        return Median.of(numbers(firstNanos)) / 1e6;
    }

    double tokensPerSecond() {
        return 1e9 / decodeNanosPerToken();
    }

    long bytesPerToken() {
        return Math.round(decodeBytes / (double) Math.max(1, decoding.tokens()));
    }

    List<int[]> tokens() {
        return tokens;
    }

    long tokenCount() {
        return said;
    }

    RunReport report() {
        return report;
    }

    /** How many times as fast as {@code other} this is: the median of what it is in each repeat, for a slow minute of a machine slows both. */
    double decodeSpeedupOver(Timing other) {
        return ratio(
                other.decoded.size(),
                i -> other.decoded.get(i).nanosPerToken() / decoded.get(i).nanosPerToken());
    }

    /**
     * The same over whole answers, from where {@code plain} has its first token: with what this commits in its first rounds, and what its
     * drafts' own prompts take.
     */
    double answerSpeedupOver(Timing plain) {
        return ratio(plain.answered.size(), i -> {
            Answers others = plain.answered.get(i);
            return others.nanosPerToken(others) / answered.get(i).nanosPerToken(others);
        });
    }

    /** The same with input and prompt. */
    double endToEndSpeedupOver(Timing other) {
        return ratio(other.totalNanos.size(), i -> other.totalNanos.get(i) / totalNanos.get(i));
    }

    private static double ratio(int repeats, IntToDoubleFunction each) {
        return Median.of(IntStream.range(0, repeats).mapToDouble(each).toArray());
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Answers of a repeat added up.
     *
     * @param tokens after the first of each
     * @param nanos of prompts and rounds
     * @param promptNanos of prompts and the target's first passes
     */
    private record Answers(long tokens, long nanos, long promptNanos) {
        static final Answers NONE = new Answers(0, 0, 0);

        Answers plus(Said answer) {
            return new Answers(
                    tokens + answer.length() - 1, nanos + answer.answerNanos(), promptNanos + answer.promptNanos());
        }

        /** Time of a token from where {@code plain} has its first ones. */
        double nanosPerToken(Answers plain) {
            return Math.max(1, nanos - plain.promptNanos) / (double) Math.max(1, tokens);
        }
    }
}
