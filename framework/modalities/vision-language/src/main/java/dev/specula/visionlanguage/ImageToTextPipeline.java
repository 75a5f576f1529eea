package dev.specula.visionlanguage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.plan.Speculation;
import dev.specula.text.TextStream;
import dev.specula.text.TokenTexts;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Match;
import dev.specula.token.NgramTable;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import java.util.List;

/**
 * Everything between a question and the rounds of its answer: what generated pipelines extend. Checks the question, encodes
 * its picture, builds the prompts, and turns tokens back into text. The models belong to whoever made them.
 */
public abstract class ImageToTextPipeline implements ImageToText, Pipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final CausalModel target;
    private final QuestionPrompts prompts;
    private final NgramTable guesses = new NgramTable();
    private final TokenTexts texts;

    /**
     * A pipeline whose source needs no model.
     *
     * @throws IncompatibleModelsException if {@code target} reads no pictures or lacks a token of the prompt
     */
    protected ImageToTextPipeline(PipelineDescription description, Schedule schedule, CausalModel target) {
        this(description, schedule, target, QuestionPrompts.of(target));
    }

    /**
     * A pipeline that drafts with a model.
     *
     * @throws IncompatibleModelsException if {@code target} reads no pictures or lacks a token of the prompt, or {@code draft}
     *     has other tokens or cannot see what it was trained to see
     */
    protected ImageToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        this(description.withView(draft.view()), schedule, target, QuestionPrompts.of(target, draft));
    }

    private ImageToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, QuestionPrompts prompts) {
        this.description = description.withWeights(target.spec().weights());
        this.schedule = schedule;
        this.target = target;
        this.prompts = prompts;
        this.texts = new TokenTexts(target.vocabulary());
    }

    @Override
    public final PipelineDescription description() {
        return description;
    }

    @Override
    public final List<ModelSpec> models() {
        return prompts.models().stream().map(CausalModel::spec).toList();
    }

    @Override
    public final Schedule schedule() {
        return schedule;
    }

    /**
     * What each model sees of {@code question}: for those who run rounds themselves.
     *
     * @throws QuestionTooLongException if picture and words leave no room for an answer
     */
    public final Prompts prompts(Question question) {
        return prompts.of(question);
    }

    @Override
    public final Answer answer(Question question, TextListener listener) {
        AnswerOptions options = question.options();
        TextStream stream = new TextStream(target.vocabulary(), texts, listener::said);
        Speculation.Kind kind = options.speculation().kind();
        boolean alone = kind == Speculation.Kind.OFF || kind == Speculation.Kind.PLAIN;
        Schedule drafting = drafting(options.speculation());
        Prompts prompt = prompts.of(question);
        Ending ending = Ending.after(Math.min(options.maxNewTokens(), prompts.room(prompt)), target.endTokens());
        TokenRun run = new TokenRun(drafting, alone ? null : guesses, ending, stream);
        stream.cancels(run);
        if (kind == Speculation.Kind.PLAIN) {
            answerPlainly(prompt, options.sampling(), run);
        } else {
            answer(prompt, options.sampling(), run);
        }
        Finish finish = finish(stream, ending);
        return new Answer(
                stream.end(), stream, finish, run.report(), prompt.target().length());
    }

    private void answerPlainly(Prompts prompt, Sampling sampling, TokenRun run) {
        Noise noise = Noise.seeded(sampling.seed());
        Match rule = new Match();
        try (Sequence main = target.open(prompt.target(), sampling, Passes.FASTEST)) {
            while (run.goesOn()) {
                Draft nothing = run.draft(main);
                Pass said = run.verify(main, nothing);
                main.settle(nothing, run.commit(nothing, rule.judge(nothing, said, noise)));
            }
        }
    }

    private Schedule drafting(Speculation speculation) {
        return switch (speculation.kind()) {
            case AUTO -> schedule;
            case OFF, PLAIN -> new FixedSchedule(0);
            case PRESET -> {
                if (!speculation.preset().equals(description.preset())) {
                    throw new IllegalArgumentException("the preset must be \"" + description.preset()
                            + "\", the only one of \"" + description.name() + "\" here, but was \""
                            + speculation.preset()
                            + "\".");
                }
                yield schedule;
            }
        };
    }

    private static Finish finish(TextStream stream, Ending ending) {
        if (stream.length() > 0 && ending.isEnd(stream.last())) {
            return Finish.END;
        }
        return stream.length() == ending.maxColumns() ? Finish.LENGTH : Finish.CANCELLED;
    }
}
