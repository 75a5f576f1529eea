package dev.specula.visionlanguage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The columns that stand for a question: {@code <|bos|>}, one {@code <|image|>} for each row of the picture, {@code <|user|>},
 * the words, {@code <|assistant|>}.
 */
final class PromptTokens implements QuestionWriter {
    private static final int PICTURE_AT = 1; // first column of the picture
    private static final String BEGIN = "<|bos|>";
    private static final String IMAGE = "<|image|>";
    private static final String USER = "<|user|>";
    private static final String ASSISTANT = "<|assistant|>";

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
        begin = special(model, BEGIN);
        image = special(model, IMAGE);
        user = special(model, USER);
        assistant = special(model, ASSISTANT);
    }

    /** Whether {@code vocabulary} has all marks of such a prompt. */
    static boolean areAllIn(Vocabulary vocabulary) {
        return Stream.of(BEGIN, IMAGE, USER, ASSISTANT)
                .allMatch(mark -> vocabulary.id(mark).isPresent());
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

    @Override
    public int image() {
        return image;
    }

    private int[] words(String words) {
        int[] tokens = vocabulary.encode(words.strip());
        for (int token : tokens) {
            if (token == begin || token == image || token == user || token == assistant) {
                throw new IllegalArgumentException("the words of a question must not hold the special token \""
                        + vocabulary.token(token) + "\", but do; leave it out.");
            }
        }
        return tokens;
    }

    @Override
    public int[] columns(String words, PictureColumns picture) {
        int[] spoken = words(words);
        int rows = picture.total();
        int[] columns = new int[1 + rows + 1 + spoken.length + 1];
        columns[0] = begin;
        Arrays.fill(columns, PICTURE_AT, PICTURE_AT + rows, image);
        columns[PICTURE_AT + rows] = user;
        System.arraycopy(spoken, 0, columns, PICTURE_AT + rows + 1, spoken.length);
        columns[columns.length - 1] = assistant;
        return columns;
    }
}
