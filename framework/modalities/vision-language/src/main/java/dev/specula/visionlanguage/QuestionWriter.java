package dev.specula.visionlanguage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;

/** Writes a question in the tokens of a model, with a column for each row of its picture. Thread-safe. */
interface QuestionWriter {
    /**
     * That of {@code model}: the marks of this project's own models where it has all of them, or else its checkpoint's chat
     * template.
     *
     * @throws IncompatibleModelsException if it has neither
     */
    static QuestionWriter of(CausalModel model) {
        return model.chatTemplate().isEmpty() || PromptTokens.areAllIn(model.vocabulary())
                ? new PromptTokens(model)
                : new ChatWriter(model);
    }

    /**
     * The columns of a question.
     *
     * @throws IllegalArgumentException if the words hold a special token
     */
    int[] columns(String words, PictureColumns picture);

    /** The token that stands in the columns of a picture. */
    int image();
}
