package dev.specula.plan;

import dev.specula.model.CausalModel;
import dev.specula.report.RunReport;
import dev.specula.token.Ending;
import dev.specula.token.HeardTokens;
import dev.specula.token.NgramTable;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.TokenRun;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a pipeline answers one request: drafted, by its target alone, or plainly, as the request wants it. */
public final class Decoding {
    private final Pipeline pipeline;
    private final CausalModel target;
    private final Schedule drafting;
    private final @Nullable NgramTable guesses;
    private final boolean plain;

    private Decoding(
            Pipeline pipeline, CausalModel target, Schedule drafting, @Nullable NgramTable guesses, boolean plain) {
        this.pipeline = pipeline;
        this.target = target;
        this.drafting = drafting;
        this.guesses = guesses;
        this.plain = plain;
    }

    /**
     * The way that {@code wanted} asks for.
     *
     * @param target of the pipeline
     * @param guesses the pipeline's table, which all its answers share
     * @throws IllegalArgumentException if it asks for another preset than the pipeline's
     */
    public static Decoding of(Pipeline pipeline, CausalModel target, NgramTable guesses, Speculation wanted) {
        Schedule drafting = wanted.schedule(pipeline.description(), pipeline.schedule());
        boolean plain = wanted.kind() == Speculation.Kind.PLAIN;
        return new Decoding(pipeline, target, drafting, wanted.isAlone() ? null : guesses, plain);
    }

    /** This way, drafting as {@code limit} makes of how much it drafts. */
    public Decoding drafting(UnaryOperator<Schedule> limit) {
        return new Decoding(pipeline, target, limit.apply(drafting), guesses, plain);
    }

    /** Says one answer to {@code heard}, which may stop it, and returns its counts. */
    public RunReport say(Prompts prompts, Sampling sampling, Ending ending, HeardTokens heard) {
        TokenRun run = new TokenRun(drafting, guesses, ending, heard);
        heard.cancels(run);
        if (plain) {
            PlainDecoding.answer(target, prompts.target(), sampling, run);
        } else {
            pipeline.answer(prompts, sampling, run);
        }
        return run.report();
    }
}
