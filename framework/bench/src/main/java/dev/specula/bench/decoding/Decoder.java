package dev.specula.bench.decoding;

import dev.specula.bench.workload.Task;
import dev.specula.model.CausalModel;
import dev.specula.plan.PlainDecoding;
import dev.specula.plan.Prompts;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.NgramTable;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.SelfTuningSchedule;
import dev.specula.token.TokenRun;

/** Says answers of one subject in one way, on the calling thread. */
public final class Decoder {
    private final Subject subject;
    private final Way way;
    private final Schedule drafting;
    private final Schedule guessing = new SelfTuningSchedule(0);
    private final int maxNewTokens;
    private NgramTable guesses;

    /** Answers of at most {@code maxNewTokens} tokens. */
    public Decoder(Subject subject, Way way, int maxNewTokens) {
        this(subject, way, subject.pipeline().schedule(), maxNewTokens);
    }

    /** Speculative answers of at most {@code maxNewTokens} tokens that draft as {@code drafting} says. */
    public Decoder(Subject subject, Schedule drafting, int maxNewTokens) {
        this(subject, Way.SPECULATIVE, drafting, maxNewTokens);
    }

    private Decoder(Subject subject, Way way, Schedule drafting, int maxNewTokens) {
        this.subject = subject;
        this.guesses = new NgramTable(subject.target().followers());
        this.way = way;
        this.drafting = drafting;
        this.maxNewTokens = maxNewTokens;
    }

    /** What is tried. */
    public Subject subject() {
        return subject;
    }

    /** In which way. */
    public Way way() {
        return way;
    }

    /** Forgets which token followed which: the same tasks come again, and no user asks twice. */
    public void forget() {
        guesses = new NgramTable(subject.target().followers());
    }

    /** Says the answer to {@code task}. */
    public Said say(Task task, Sampling sampling) {
        Said said = new Said();
        Prompts prompts = task.prompts();
        said.begin();
        Ending ending = ending(prompts);
        TokenRun run = switch (way) {
            case SPECULATIVE -> new TokenRun(drafting, guesses, ending, said);
            case GUESSED -> new TokenRun(guessing, guesses, ending, said);
            case REFERENCE, PLAIN -> new TokenRun(new FixedSchedule(0), null, ending, said);
        };
        said.follow(run.report());
        if (way == Way.PLAIN) {
            PlainDecoding.answer(subject.target(), prompts.target(), sampling, run);
        } else {
            subject.pipeline().answer(prompts, sampling, run);
        }
        said.end();
        return said;
    }

    /** What {@code model} says to {@code prompt} by itself, whatever it is for: its likeliest token each time. */
    public static int[] alone(CausalModel model, Prompt prompt, int maxNewTokens) {
        Said said = new Said();
        int room = model.spec().contextTokens() - prompt.length();
        Ending ending = Ending.after(Math.min(maxNewTokens, room), model.endTokens());
        TokenRun run = new TokenRun(new FixedSchedule(0), null, ending, said);
        said.follow(run.report());
        PlainDecoding.answer(model, prompt, Sampling.GREEDY, run);
        said.end();
        return said.tokens();
    }

    private Ending ending(Prompts prompts) {
        int room = prompts.room(subject.pipeline().models());
        return Ending.after(Math.min(maxNewTokens, room), subject.target().endTokens());
    }
}
