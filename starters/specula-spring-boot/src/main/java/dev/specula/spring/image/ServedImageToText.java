package dev.specula.spring.image;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.spring.ContextTooSmallException;
import dev.specula.spring.Outcome;
import dev.specula.spring.Served;
import dev.specula.spring.ServedAnswer;
import dev.specula.spring.ServedContract;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.text.TextListener;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import java.time.Duration;
import java.util.List;

/** Answers on the application's threads, as its properties say. The listener hears the answer on a decoding thread. */
final class ServedImageToText implements ImageToText, ServedContract {
    private final Served<ImageToText> served;
    private final RequestDefaults defaults;

    ServedImageToText(Served<ImageToText> served, RequestDefaults defaults) {
        this.served = served;
        this.defaults = defaults;
    }

    @Override
    public PipelineDescription description() {
        return served.pipeline().description();
    }

    @Override
    public List<ModelSpec> models() {
        return served.pipeline().models();
    }

    @Override
    public AnswerOptions options() {
        return defaults.options();
    }

    @Override
    public Answer answer(Question question, TextListener listener) {
        // The constant itself stands for "nothing said": equal options that a caller made are the caller's.
        @SuppressWarnings("ReferenceEquality")
        Question asked = question.options() == AnswerOptions.DEFAULT ? question.with(options()) : question;
        return served.wanted(asked.options().speculation())
                .decode(
                        (pipeline, hearing) -> pipeline.answer(
                                asked, (text, origin) -> hearing.goesOn(() -> listener.said(text, origin))),
                        ServedImageToText::told);
    }

    private static ServedAnswer told(Answer answer, Duration total) {
        return new ServedAnswer(
                Outcome.of(answer.finish()), answer.report(), answer.length(), answer.timeToFirstToken(), total);
    }

    /** The properties may name a preset that does not exist, or answers that no context holds. */
    @Override
    public void check() {
        int maxNewTokens = defaults.maxNewTokens();
        for (ModelSpec model : models()) {
            if (model.contextTokens() <= maxNewTokens) {
                throw new ContextTooSmallException(served.facts().bean(), model, maxNewTokens);
            }
        }
        served.wanted(defaults.speculation());
    }
}
