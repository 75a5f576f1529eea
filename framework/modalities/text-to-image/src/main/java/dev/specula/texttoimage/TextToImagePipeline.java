package dev.specula.texttoimage;

import dev.specula.media.Picture;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelSpec;
import dev.specula.plan.Decoding;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.report.RunReport;
import dev.specula.token.Ending;
import dev.specula.token.NgramTable;
import dev.specula.token.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * Everything between a caption and the rounds of its picture: what generated pipelines extend. Checks the caption, builds the
 * prompts, and turns tokens into pixels. The models belong to whoever made them.
 */
public abstract class TextToImagePipeline implements TextToImage, Pipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final CausalModel target;
    private final CaptionPrompts prompts;
    private final NgramTable guesses;

    /**
     * A pipeline whose source needs no model.
     *
     * @throws IncompatibleModelsException if {@code target} draws no pictures or lacks a token of the prompt
     */
    protected TextToImagePipeline(PipelineDescription description, Schedule schedule, CausalModel target) {
        this(description, schedule, target, CaptionPrompts.of(target));
    }

    /**
     * A pipeline that drafts with a model.
     *
     * @throws IncompatibleModelsException if {@code target} draws no pictures or lacks a token of the prompt, or {@code draft}
     *     has other tokens or does not take the drafts
     */
    protected TextToImagePipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        this(description.draftedBy(draft), schedule, target, CaptionPrompts.of(target, draft));
    }

    private TextToImagePipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CaptionPrompts prompts) {
        this.description = description.over(target);
        this.schedule = schedule;
        this.target = target;
        this.guesses = new NgramTable(target.followers());
        this.prompts = prompts;
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
    public final List<PictureSize> sizes() {
        return List.of(prompts.tokens().size());
    }

    @Override
    public final Schedule schedule() {
        return schedule;
    }

    /**
     * What each model sees of {@code caption}: for those who run rounds themselves.
     *
     * @throws CaptionTooLongException if the caption leaves no room for a picture
     */
    public final Prompts prompts(Caption caption) {
        return prompts.of(caption);
    }

    /** Tokens of a picture, those that end rows and the end included. */
    public final int pictureLength() {
        return prompts.pictureLength();
    }

    @Override
    public final Drawing draw(Caption caption, RowListener listener) {
        DrawingOptions options = caption.options();
        requireSize(options.size());
        Decoding decoding = Decoding.of(this, target, guesses, options.speculation());
        Prompts prompt = prompts.of(caption);
        RowStream stream = new RowStream(prompts.tokens(), listener);
        Ending ending = Ending.after(prompts.pictureLength(), prompts.tokens().end());
        RunReport report = decoding.say(prompt, options.sampling(), ending, stream);
        long tokenNanos = stream.nanos();
        Optional<Picture> picture = stream.rows() == 0 ? Optional.empty() : Optional.of(stream.picture());
        return new Drawing(picture, !stream.isWhole(), stream, report, tokenNanos);
    }

    private void requireSize(Optional<PictureSize> wanted) {
        wanted.filter(size -> !sizes().contains(size)).ifPresent(size -> {
            throw new IllegalArgumentException("the size must be one of " + sizes() + ", which \""
                    + target.spec().name() + "\" draws, but was " + size + ".");
        });
    }
}
