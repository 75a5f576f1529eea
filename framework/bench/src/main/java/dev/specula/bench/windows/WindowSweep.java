package dev.specula.bench.windows;

import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Rounds;
import dev.specula.bench.decoding.Said;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.report.WindowResult;
import dev.specula.bench.verify.Differences;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.report.RunReport;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Sampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Answers the same requests plainly, as the reference and with drafts of several fixed lengths, in turn, so that whatever slows
 * the machine for a while slows all of them. The first request is answered once before, to warm up.
 */
public final class WindowSweep {
    private final Subject subject;
    private final List<Subject> rivals; // the same pipeline over other formats of the same target
    private final List<Task> tasks;
    private final int maxNewTokens;
    private final long seed;

    /**
     * A sweep over the first {@code prompts} requests of {@code workload}; answer i has seed {@code seed + i}.
     *
     * @param rivals subjects whose plain decoding is an alternative
     */
    public WindowSweep(
            Subject subject, List<Subject> rivals, Workload workload, int prompts, int maxNewTokens, long seed) {
        this.subject = subject;
        this.rivals = List.copyOf(rivals);
        this.tasks = workload.tasks(subject.pipeline(), prompts);
        this.maxNewTokens = maxNewTokens;
        this.seed = seed;
    }

    /** A result for each of {@code windows}. */
    public List<WindowResult> run(List<Integer> windows, double temperature) {
        Total plain = new Total(new Decoder(subject, Way.PLAIN, maxNewTokens));
        Total reference = new Total(new Decoder(subject, Way.REFERENCE, maxNewTokens));
        List<Total> drafted = windows.stream()
                .map(window -> new Total(new Decoder(subject, new FixedSchedule(window), maxNewTokens)))
                .toList();
        List<Total> plains = new ArrayList<>(List.of(plain));
        rivals.forEach(rival -> plains.add(new Total(new Decoder(rival, Way.PLAIN, maxNewTokens))));
        List<Total> all = new ArrayList<>(plains);
        all.add(reference);
        all.addAll(drafted);
        all.forEach(total -> {
            total.decoder.say(tasks.get(0), tasks.get(0).sampling(temperature, seed));
            total.decoder.forget();
        });
        for (int i = 0; i < tasks.size(); i++) {
            Sampling sampling = tasks.get(i).sampling(temperature, seed + i);
            for (int turn = 0; turn < all.size(); turn++) {
                all.get((turn + i) % all.size()).say(tasks.get(i), sampling);
            }
            drafted.forEach(total -> total.compare(reference));
        }
        Total fastest = Collections.min(plains, Comparator.comparingDouble(Total::nanosPerToken));
        List<WindowResult> results = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            results.add(result(windows.get(i), temperature, plain, fastest, reference, drafted.get(i)));
        }
        return results;
    }

    private WindowResult result(
            int window, double temperature, Total plain, Total fastest, Total reference, Total drafted) {
        return new WindowResult(
                subject.key(),
                subject.pipeline().description().guarantee(),
                subject.pipeline().description().source(),
                subject.pipeline().description().acceptance(),
                temperature,
                subject.target().spec().weights(),
                window,
                tasks.size(),
                drafted.tokens,
                drafted.report.tau(),
                drafted.report.acceptanceRate(),
                plain.nanosPerToken() / drafted.nanosPerToken(),
                fastest.nanosPerToken() / drafted.nanosPerToken(),
                fastest.decoder.subject().target().spec().weights(),
                1e9 / plain.nanosPerToken(),
                1e9 / reference.nanosPerToken(),
                1e9 / drafted.nanosPerToken(),
                drafted.differing);
    }

    /** What one way of decoding took in all. */
    private static final class Total {
        private final Decoder decoder;
        private final RunReport report = new RunReport();
        private int[] last = new int[0];
        private long tokens;
        private Rounds decoding = Rounds.NONE;
        private long differing;

        Total(Decoder decoder) {
            this.decoder = decoder;
        }

        void say(Task task, Sampling sampling) {
            Said said = decoder.say(task, sampling);
            last = said.tokens();
            tokens += said.length();
            decoding = decoding.plus(said.decoding());
            report.add(said.report());
        }

        void compare(Total reference) {
            differing += Differences.count(last, reference.last);
        }

        double nanosPerToken() {
            return decoding.nanosPerToken();
        }
    }
}
