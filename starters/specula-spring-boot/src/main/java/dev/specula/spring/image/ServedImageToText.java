package dev.specula.spring.image;

import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Speculation;
import dev.specula.spring.AnswerRejectedException;
import dev.specula.spring.ContextTooSmallException;
import dev.specula.spring.DecodingPool;
import dev.specula.spring.Outcome;
import dev.specula.spring.ServedAnswer;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.UnknownPresetException;
import dev.specula.visionlanguage.Answer;
import dev.specula.visionlanguage.AnswerOptions;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import dev.specula.visionlanguage.QuestionTooLongException;
import dev.specula.visionlanguage.TextListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A pipeline with what this application puts around it: its threads, the options of its properties, its statistics. The
 * listener hears the answer on a decoding thread.
 */
final class ServedImageToText implements ImageToText {
    private final ImageToText pipeline;
    private final ServedPipeline served;
    private final ServedPipelines all;
    private final DecodingPool pool;
    private final RequestDefaults defaults;
    private final Function<String, List<ServedImageToText>> presets; // by name of the pipeline

    ServedImageToText(
            ImageToText pipeline,
            ServedPipeline served,
            ServedPipelines all,
            DecodingPool pool,
            RequestDefaults defaults,
            Function<String, List<ServedImageToText>> presets) {
        this.pipeline = pipeline;
        this.served = served;
        this.all = all;
        this.pool = pool;
        this.defaults = defaults;
        this.presets = presets;
    }

    @Override
    public PipelineDescription description() {
        return pipeline.description();
    }

    @Override
    public List<ModelSpec> models() {
        return pipeline.models();
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
        Speculation wanted = asked.options().speculation();
        return wanted.kind() == Speculation.Kind.PRESET
                ? withPreset(wanted.preset()).decode(asked, listener)
                : decode(asked, listener);
    }

    /** Fails the start where the properties name a preset that does not exist, or answers that no context holds. */
    void check() {
        int maxNewTokens = defaults.properties().defaults().maxNewTokens();
        for (ModelSpec model : models()) {
            if (model.contextTokens() <= maxNewTokens) {
                throw new ContextTooSmallException(served.bean(), model, maxNewTokens);
            }
        }
        Speculation wanted = defaults.speculation();
        if (wanted.kind() == Speculation.Kind.PRESET) {
            withPreset(wanted.preset());
        }
    }

    private ServedImageToText withPreset(String preset) {
        List<ServedImageToText> known = presets.apply(description().name());
        return known.stream()
                .filter(candidate -> candidate.description().preset().equals(preset))
                .findFirst()
                .orElseThrow(() -> new UnknownPresetException(
                        description().name(),
                        preset,
                        known.stream()
                                .map(candidate -> candidate.description().preset())
                                .toList()));
    }

    private Answer decode(Question asked, TextListener listener) {
        long start = System.nanoTime();
        AtomicBoolean stopped = new AtomicBoolean();
        TextListener heard = (text, origin) -> listener.said(text, origin) && !stopped.get();
        try {
            Answer answer = pool.decode(() -> pipeline.answer(asked, heard), () -> stopped.set(true));
            all.answered(served, of(answer, since(start)));
            return answer;
        } catch (RuntimeException failure) {
            all.answered(served, ServedAnswer.none(outcome(failure), since(start)));
            throw failure;
        }
    }

    private static ServedAnswer of(Answer answer, Duration total) {
        Outcome outcome = switch (answer.finish()) {
            case END -> Outcome.END;
            case LENGTH -> Outcome.LENGTH;
            case CANCELLED -> Outcome.CANCELLED;
        };
        return new ServedAnswer(outcome, answer.report(), answer.length(), answer.timeToFirstToken(), total);
    }

    private static Outcome outcome(RuntimeException failure) {
        if (failure instanceof AnswerRejectedException) {
            return Outcome.REJECTED;
        }
        if (failure instanceof CancellationException) {
            return Outcome.CANCELLED;
        }
        boolean refused = failure instanceof IllegalArgumentException || failure instanceof QuestionTooLongException;
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
