package dev.specula.bench.measure;

import dev.specula.bench.decoding.BarePasses;
import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.workload.Task;
import dev.specula.token.Sampling;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the same tasks with several decoders in turn, so that whatever slows the machine for a while slows all of them. The
 * order rotates from task to task.
 */
final class Interleaving {
    private Interleaving() {}

    /** The times of each decoder; answer i has seed {@code plan.seed() + i}. */
    static List<Timing> of(List<Decoder> decoders, List<Task> tasks, double temperature, BenchPlan plan) {
        return of(decoders, List.of(), tasks, temperature, plan);
    }

    /** The same; after each task it is the turn of {@code passes}. */
    static List<Timing> of(
            List<Decoder> decoders, List<BarePasses> passes, List<Task> tasks, double temperature, BenchPlan plan) {
        List<Timing> timings = new ArrayList<>();
        decoders.forEach(decoder -> timings.add(new Timing()));
        for (int repeat = -1; repeat < plan.repeats(); repeat++) {
            decoders.forEach(Decoder::forget);
            timings.forEach(Timing::start);
            passes.forEach(BarePasses::start);
            for (int i = 0; i < tasks.size(); i++) {
                Sampling sampling = tasks.get(i).sampling(temperature, plan.seed() + i);
                for (int turn = 0; turn < decoders.size(); turn++) {
                    int one = (turn + i) % decoders.size();
                    timings.get(one).add(decoders.get(one).say(tasks.get(i), sampling));
                }
                passes.forEach(BarePasses::turn);
            }
            timings.forEach(repeat < 0 ? Timing::forget : Timing::end);
            if (repeat >= 0) {
                passes.forEach(BarePasses::end);
            }
        }
        return timings;
    }
}
