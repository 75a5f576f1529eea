package dev.specula.texttoimage;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.CodeDecoder;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which tokens of a model say a picture. Its vocabulary writes the codes of the codebook as consecutive tokens from {@code
 * <|code:0|>} on, and a picture ends with the model's end token. Rows may have ends: {@code <|row|>} for all, or {@code
 * <|row:0|>} and so on, one for each.
 */
final class PictureTokens {
    private static final String ROW_END = "<|row|>";
    private static final int NONE = -1;
    private static final int[] NO_ENDS = {};

    private final CodeDecoder decoder;
    private final int firstCode;
    private final int[] rowEnds; // (rows,), or empty
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
        rowEnds = rowEnds(vocabulary, name);
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

    private int[] rowEnds(Vocabulary vocabulary, String model) {
        OptionalInt same = vocabulary.id(ROW_END);
        if (same.isPresent()) {
            return IntStream.generate(same::getAsInt).limit(rows()).toArray();
        }
        int[] ends = IntStream.range(0, rows())
                .map(row -> vocabulary.id("<|row:" + row + "|>").orElse(NONE))
                .toArray();
        if (ends[0] == NONE) {
            return NO_ENDS;
        }
        if (Arrays.stream(ends).anyMatch(end -> end == NONE)) {
            throw new IncompatibleModelsException("A picture of " + ends.length
                    + " rows needs the tokens \"<|row:0|>\" to \"<|row:" + (ends.length - 1) + "|>\", but \"" + model
                    + "\" has not all of them; use the decoder that the model was trained with.");
        }
        return ends;
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
        return rowEnds.length > 0;
    }

    /** The token that ends row number {@code row}. */
    int rowEnd(int row) {
        return rowEnds[row];
    }

    boolean isRowEnd(int token) {
        return Arrays.stream(rowEnds).anyMatch(end -> end == token);
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
