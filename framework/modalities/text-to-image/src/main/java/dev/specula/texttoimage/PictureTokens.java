package dev.specula.texttoimage;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.CodeDecoder;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import java.util.OptionalInt;

/**
 * Which tokens of a model say a picture. Its vocabulary writes the codes of the codebook as consecutive tokens from {@code
 * <|code:0|>} on, the end of a row as {@code <|row|>} if rows have one, and a picture ends with the model's end token.
 */
final class PictureTokens {
    private static final String ROW_END = "<|row|>";
    private static final int NONE = -1;

    private final CodeDecoder decoder;
    private final int firstCode;
    private final int rowEnd;
    private final int end;

    /**
     * The tokens of {@code model}.
     *
     * @throws IncompatibleModelsException if it draws no pictures, or its codebook and its vocabulary do not fit each other
     */
    PictureTokens(CausalModel model) {
        String name = model.spec().name();
        decoder = model.decoder(Modality.IMAGE)
                .orElseThrow(
                        () -> new IncompatibleModelsException("A model that draws must have a picture decoder, but \""
                                + name + "\" has none; use a checkpoint with one."));
        Vocabulary vocabulary = model.vocabulary();
        firstCode = vocabulary
                .id(code(0))
                .orElseThrow(() -> new IncompatibleModelsException("A model that draws must have the token \"" + code(0)
                        + "\", but \"" + name + "\" has none; use a checkpoint trained with this prompt."));
        requireCodes(vocabulary, name);
        OptionalInt row = vocabulary.id(ROW_END);
        rowEnd = row.isPresent() ? row.getAsInt() : NONE;
        if (model.endTokens().length == 0) {
            throw new IncompatibleModelsException("A model that draws must have an end token, but \"" + name
                    + "\" has none; name one in its configuration.");
        }
        end = model.endTokens()[0];
    }

    private void requireCodes(Vocabulary vocabulary, String model) {
        int last = decoder.codes() - 1;
        if (vocabulary.id(code(last)).orElse(NONE) != firstCode + last
                || vocabulary.id(code(last + 1)).isPresent()) {
            throw new IncompatibleModelsException("A codebook of " + decoder.codes() + " codes needs the tokens \""
                    + code(0) + "\" to \"" + code(last) + "\" with consecutive ids and no more, but \"" + model
                    + "\" has others; use the decoder that the model was trained with.");
        }
    }

    private static String code(int number) {
        return "<|code:" + number + "|>";
    }

    CodeDecoder decoder() {
        return decoder;
    }

    int firstCode() {
        return firstCode;
    }

    int codes() {
        return decoder.codes();
    }

    /** Rows of codes. */
    int rows() {
        return decoder.codeShape()[0];
    }

    /** Codes in a row. */
    int columns() {
        return decoder.codeShape()[1];
    }

    boolean endsRows() {
        return rowEnd != NONE;
    }

    int rowEnd() {
        return rowEnd;
    }

    int end() {
        return end;
    }

    /** Whether {@code token} is a code: all others only give a picture its form. */
    boolean isCode(int token) {
        return token >= firstCode && token < firstCode + codes();
    }

    /** Pixels of a picture. */
    PictureSize size() {
        int[] shape = decoder.outputShape(); // (3, height, width)
        return new PictureSize(shape[2], shape[1]);
    }
}
