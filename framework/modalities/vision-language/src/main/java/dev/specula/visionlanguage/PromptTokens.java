package dev.specula.visionlanguage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import java.util.Arrays;

/**
 * The columns that stand for a question: {@code <|bos|>}, one {@code <|image|>} for each row of the picture, {@code <|user|>},
 * the words, {@code <|assistant|>}.
 */
final class PromptTokens {
    /** The first column of the picture. */
    static final int PICTURE_AT = 1;

    private final Vocabulary vocabulary;
    private final int begin;
    private final int image;
    private final int user;
    private final int assistant;

    /**
     * For the tokens of {@code model}.
     *
     * @throws IncompatibleModelsException naming the special token that it lacks
     */
    PromptTokens(CausalModel model) {
        vocabulary = model.vocabulary();
        begin = special(model, "<|bos|>");
        image = special(model, "<|image|>");
        user = special(model, "<|user|>");
        assistant = special(model, "<|assistant|>");
    }

    private static int special(CausalModel model, String token) {
        return model.vocabulary()
                .id(token)
                .orElseThrow(
                        () -> new IncompatibleModelsException("A model that answers questions about pictures must have"
                                + " the token \"" + token + "\", but \""
                                + model.spec().name() + "\" has none; use a checkpoint"
                                + " trained with this prompt."));
    }

    /** The words as tokens. */
    int[] words(String words) {
        int[] tokens = vocabulary.encode(words.strip());
        for (int token : tokens) {
            if (token == begin || token == image || token == user || token == assistant) {
                throw new IllegalArgumentException("the words of a question must not hold the special token \""
                        + vocabulary.token(token) + "\", but do; leave it out.");
            }
        }
        return tokens;
    }

    /** The columns of a question with {@code pictureRows} columns of a picture. */
    int[] columns(int[] words, int pictureRows) {
        int[] columns = new int[1 + pictureRows + 1 + words.length + 1];
        columns[0] = begin;
        Arrays.fill(columns, PICTURE_AT, PICTURE_AT + pictureRows, image);
        columns[PICTURE_AT + pictureRows] = user;
        System.arraycopy(words, 0, columns, PICTURE_AT + pictureRows + 1, words.length);
        columns[columns.length - 1] = assistant;
        return columns;
    }
}
