package dev.specula.spring;

import dev.specula.plan.Described;
import dev.specula.plan.Speculation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A pipeline with what this application puts around it, whatever its modality: its threads, its presets, its statistics.
 * Thread-safe.
 *
 * @param <P> the contract
 */
public final class Served<P extends Described> {
    private final P pipeline;
    private final ServedPipeline facts;
    private final ServedPipelines all;
    private final DecodingPool pool;
    private final Supplier<List<Served<P>>> presets;
    private final Predicate<RuntimeException> refusals;

    Served(
            P pipeline,
            ServedPipeline facts,
            ServedPipelines all,
            DecodingPool pool,
            Supplier<List<Served<P>>> presets,
            Predicate<RuntimeException> refusals) {
        this.pipeline = pipeline;
        this.facts = facts;
        this.all = all;
        this.pool = pool;
        this.presets = presets;
        this.refusals = refusals;
    }

    /** The pipeline itself. */
    public P pipeline() {
        return pipeline;
    }

    /** What it is, and how its answers went. */
    public ServedPipeline facts() {
        return facts;
    }

    /**
     * The pipeline that {@code speculation} wants: this one, unless it names the preset of another.
     *
     * @throws UnknownPresetException if it names a preset that none has
     */
    public Served<P> wanted(Speculation speculation) {
        if (speculation.kind() != Speculation.Kind.PRESET) {
            return this;
        }
        List<Served<P>> known = presets.get();
        return known.stream()
                .filter(candidate -> candidate.preset().equals(speculation.preset()))
                .findFirst()
                .orElseThrow(() -> new UnknownPresetException(
                        facts.description().name(),
                        speculation.preset(),
                        known.stream().map(Served::preset).toList()));
    }

    private String preset() {
        return facts.description().preset();
    }

    /**
     * Decodes {@code answer} on a decoding thread, waits for it and counts it as {@code told} says. The answer asks the caller's
     * listener through its second argument; an answer whose listener fails was cancelled by its caller.
     *
     * @throws AnswerRejectedException if the queue is full
     */
    public <R> R decode(BiFunction<P, Hearing, R> answer, BiFunction<R, Duration, ServedAnswer> told) {
        long start = System.nanoTime();
        Hearing hearing = new Hearing();
        R said;
        try {
            said = pool.decode(() -> answer.apply(pipeline, hearing));
        } catch (RuntimeException failure) {
            all.answered(facts, ServedAnswer.none(outcome(failure, hearing), since(start)));
            throw failure;
        }
        all.answered(facts, told.apply(said, since(start)));
        return said;
    }

    private Outcome outcome(RuntimeException failure, Hearing hearing) {
        if (failure instanceof AnswerRejectedException) {
            return Outcome.REJECTED;
        }
        if (failure instanceof CancellationException || hearing.failedWith(failure)) {
            return Outcome.CANCELLED;
        }
        boolean refused = failure instanceof IllegalArgumentException || refusals.test(failure);
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
