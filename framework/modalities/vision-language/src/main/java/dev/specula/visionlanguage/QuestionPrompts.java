package dev.specula.visionlanguage;

import dev.specula.Modality;
import dev.specula.media.Picture;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.plan.Prompts;
import dev.specula.token.Prompt;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds what each model of a pipeline sees of a question. Remembers what the encoder made of pictures that are still in use.
 * Thread-safe.
 */
public final class QuestionPrompts {
    private final CausalModel target;
    private final @Nullable CausalModel draft;
    private final QuestionWriter writer;
    private final PictureRows targetRows;
    private final @Nullable PictureRows draftRows; // of a draft that sees all with an encoder of its own
    private final @Nullable RowEncoder connector; // of a draft that sees pooled rows

    /**
     * For {@code target} alone.
     *
     * @throws IncompatibleModelsException if it reads no pictures or lacks a token of the prompt
     */
    public static QuestionPrompts of(CausalModel target) {
        return new QuestionPrompts(target, null);
    }

    /**
     * For a pair.
     *
     * @throws IncompatibleModelsException if {@code target} reads no pictures or lacks a token of the prompt, or {@code draft}
     *     has other tokens or cannot see what it was trained to see
     */
    public static QuestionPrompts of(CausalModel target, CausalModel draft) {
        IncompatibleModelsException.requireSameTokens(target, draft);
        return new QuestionPrompts(target, draft);
    }

    private QuestionPrompts(CausalModel target, @Nullable CausalModel draft) {
        this.target = target;
        this.draft = draft;
        this.writer = QuestionWriter.of(target);
        this.targetRows = new PictureRows(target, encoder(target));
        View view = draft == null ? View.TEXT_ONLY : draft.view();
        this.draftRows = draft != null && view == View.ALL ? new PictureRows(draft, encoder(draft)) : null;
        this.connector = draft != null && view == View.POOLED ? connector(draft) : null;
    }

    private static RowEncoder encoder(CausalModel model) {
        return model.encoder(Modality.IMAGE)
                .orElseThrow(
                        () -> new IncompatibleModelsException("A model that sees pictures must have an image encoder,"
                                + " but \"" + model.spec().name() + "\" has none; use a checkpoint with one."));
    }

    private static RowEncoder connector(CausalModel draft) {
        return draft.connector()
                .orElseThrow(() -> new IncompatibleModelsException(
                        "A draft that sees pooled rows must have a connector," + " but \""
                                + draft.spec().name() + "\" has none; distil it again, or draft with text only."));
    }

    /**
     * The prompts of {@code question}.
     *
     * @throws QuestionTooLongException if a model has no room left for an answer
     */
    public Prompts of(Question question) {
        Picture picture = question.picture();
        int[] columns = columns(target, question, targetRows.columns(picture));
        if (draft == null) {
            return Prompts.of(prompt(columns, targetRows.of(picture)));
        }
        if (draftRows != null) {
            int[] seen = columns(draft, question, draftRows.columns(picture));
            return Prompts.of(prompt(columns, targetRows.of(picture)), prompt(seen, draftRows.of(picture)));
        }
        if (connector == null) {
            int[] words = columns(draft, question, PictureColumns.NONE);
            return Prompts.of(prompt(columns, targetRows.of(picture)), Prompt.of(words));
        }
        int[] pooled = columns(draft, question, PictureColumns.whole(connector.rows()));
        FloatBuffer rows = targetRows.of(picture);
        return Prompts.of(prompt(columns, rows), prompt(pooled, connector.encode(rows)));
    }

    /** The target, and the draft model if there is one. */
    List<CausalModel> models() {
        return draft == null ? List.of(target) : List.of(target, draft);
    }

    /**
     * The columns that {@code model} sees of a question, in the target's tokens.
     *
     * @throws QuestionTooLongException if they leave no room for an answer
     */
    private int[] columns(CausalModel model, Question question, PictureColumns picture) {
        int[] columns = writer.columns(question.words(), picture);
        if (columns.length >= model.spec().contextTokens()) {
            throw new QuestionTooLongException(
                    model.spec().name(),
                    columns.length,
                    picture.total(),
                    model.spec().contextTokens());
        }
        return columns;
    }

    private Prompt prompt(int[] columns, FloatBuffer values) {
        int[] places = IntStream.range(0, columns.length)
                .filter(column -> columns[column] == writer.image())
                .toArray();
        return Prompt.of(columns).withRows(places, values);
    }
}
