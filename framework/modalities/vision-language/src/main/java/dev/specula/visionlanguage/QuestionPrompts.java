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
import org.jspecify.annotations.Nullable;

/**
 * Builds what each model of a pipeline sees of a question. Remembers what the encoder made of pictures that are still in use.
 * Thread-safe.
 */
public final class QuestionPrompts {
    private final CausalModel target;
    private final @Nullable CausalModel draft;
    private final PromptTokens tokens;
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
        this.tokens = new PromptTokens(target);
        this.targetRows = new PictureRows(encoder(target));
        View view = draft == null ? View.TEXT_ONLY : draft.view();
        this.draftRows = draft != null && view == View.ALL ? new PictureRows(encoder(draft)) : null;
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
        int[] words = tokens.words(question.words());
        checkRoom(target, words.length, targetRows.rows());
        if (draft == null) {
            return Prompts.of(prompt(words, targetRows.rows(), targetRows.of(question.picture())));
        }
        checkRoom(draft, words.length, draftColumns());
        FloatBuffer rows = targetRows.of(question.picture());
        return Prompts.of(prompt(words, targetRows.rows(), rows), draftPrompt(words, question.picture(), rows));
    }

    /** The target, and the draft model if there is one. */
    List<CausalModel> models() {
        return draft == null ? List.of(target) : List.of(target, draft);
    }

    /** Most columns that can follow {@code prompts} in every model. */
    int room(Prompts prompts) {
        int room = target.spec().contextTokens() - prompts.target().length();
        return draft == null
                ? room
                : Math.min(room, draft.spec().contextTokens() - prompts.draft().length());
    }

    private int draftColumns() {
        return draftRows != null ? draftRows.rows() : connector != null ? connector.rows() : 0;
    }

    private Prompt draftPrompt(int[] words, Picture picture, FloatBuffer rows) {
        if (draftRows != null) {
            return prompt(words, draftRows.rows(), draftRows.of(picture));
        }
        return connector != null
                ? prompt(words, connector.rows(), connector.encode(rows))
                : Prompt.of(tokens.columns(words, 0));
    }

    private Prompt prompt(int[] words, int pictureRows, FloatBuffer values) {
        return Prompt.of(tokens.columns(words, pictureRows)).withRows(PromptTokens.PICTURE_AT, pictureRows, values);
    }

    private void checkRoom(CausalModel model, int words, int pictureRows) {
        int columns = tokens.columns(new int[words], pictureRows).length;
        if (columns >= model.spec().contextTokens()) {
            throw new QuestionTooLongException(
                    model.spec().name(), columns, pictureRows, model.spec().contextTokens());
        }
    }
}
