package dev.specula.visionlanguage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelSpec;
import dev.specula.plan.Decoding;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.report.RunReport;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.text.TextListener;
import dev.specula.text.TextStream;
import dev.specula.text.TokenTexts;
import dev.specula.token.Ending;
import dev.specula.token.NgramTable;
import dev.specula.token.Schedule;
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
    private final NgramTable guesses;
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
     *     has other tokens, does not take the drafts or cannot see what it was trained to see
     */
    protected ImageToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        this(description.draftedBy(draft).withView(draft.view()), schedule, target, QuestionPrompts.of(target, draft));
    }

    private ImageToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, QuestionPrompts prompts) {
        this.description = description.over(target);
        this.schedule = schedule;
        this.target = target;
        this.guesses = new NgramTable(target.followers());
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
        Decoding decoding = Decoding.of(this, target, guesses, options.speculation());
        TextStream stream = new TextStream(target.vocabulary(), texts, listener);
        Prompts prompt = prompts.of(question);
        Ending ending = Ending.after(Math.min(options.maxNewTokens(), prompt.room(models())), target.endTokens());
        RunReport report = decoding.say(prompt, options.sampling(), ending, stream);
        return stream.end(prompt.target(), ending, report);
    }
}
