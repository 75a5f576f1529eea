package dev.specula.language;

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
 * Everything between a request and the rounds of its answer: what generated pipelines extend. Writes the prompt as the
 * checkpoint's template says, and turns tokens back into text. The models belong to whoever made them.
 */
public abstract class TextToTextPipeline implements TextToText, Pipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final CausalModel target;
    private final RequestPrompts prompts;
    private final NgramTable guesses;
    private final TokenTexts texts;

    /** A pipeline whose source needs no model. */
    protected TextToTextPipeline(PipelineDescription description, Schedule schedule, CausalModel target) {
        this(description, schedule, target, RequestPrompts.of(target));
    }

    /**
     * A pipeline that drafts with a model.
     *
     * @throws IncompatibleModelsException if {@code draft} has other tokens or does not take the drafts
     */
    protected TextToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        this(description.draftedBy(draft), schedule, target, RequestPrompts.of(target, draft));
    }

    private TextToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, RequestPrompts prompts) {
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

    /** Whether the target answers messages: its checkpoint has a template for them. Others go on with texts. */
    public final boolean converses() {
        return target.chatTemplate().isPresent();
    }

    /**
     * What each model sees of {@code request}: for those who run rounds themselves.
     *
     * @throws RequestTooLongException if it leaves no room for an answer
     */
    public final Prompts prompts(Request request) {
        return prompts.of(request);
    }

    @Override
    public final Answer answer(Request request, TextListener listener) {
        AnswerOptions options = request.options();
        Decoding decoding = Decoding.of(this, target, guesses, options.speculation());
        TextStream stream = new TextStream(target.vocabulary(), texts, listener);
        Prompts prompt = prompts.of(request);
        Ending ending = Ending.after(Math.min(options.maxNewTokens(), prompt.room(models())), target.endTokens());
        RunReport report = decoding.say(prompt, options.sampling(), ending, stream);
        return stream.end(prompt.target(), ending, report);
    }
}
