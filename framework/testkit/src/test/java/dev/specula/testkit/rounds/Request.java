package dev.specula.testkit.rounds;

import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.report.RunReport;
import dev.specula.testkit.TableModel;
import dev.specula.token.Ending;
import dev.specula.token.NgramTable;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import org.jspecify.annotations.Nullable;

/** One answer to make. */
public record Request(
        TableModel target,
        TableModel draft,
        Prompt prompt,
        Sampling sampling,
        Ending ending,
        Schedule schedule,
        @Nullable NgramTable guesses) {

    /** The draft model's sequence. */
    public Sequence small() {
        return draft.openGuided(prompt, sampling, Passes.FASTEST);
    }

    /** Plays rounds until the answer ends, and returns what it said. */
    public Answer answer(Round round) {
        Answer answer = new Answer();
        run(round, answer, Noise.seeded(sampling.seed()));
        return answer;
    }

    /** Plays rounds until the answer ends, with {@code noise} instead of the seed's. */
    public RunReport run(Round round, Answer answer, Noise noise) {
        TokenRun run = new TokenRun(schedule, guesses, ending, answer);
        try (round;
                Sequence main = target.openGuided(prompt, sampling, Passes.EXACT)) {
            while (run.goesOn()) {
                round.play(run, main, noise);
            }
        }
        return run.report();
    }
}
