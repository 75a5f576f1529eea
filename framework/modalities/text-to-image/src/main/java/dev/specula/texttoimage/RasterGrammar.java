package dev.specula.texttoimage;

import dev.specula.token.Grammar;
import dev.specula.token.LogitRow;

/**
 * A picture row by row: {@code columns} codes and the token that ends a row, {@code rows} times, then the end. The state is the
 * number of tokens so far, so a window of future positions knows which of them are forced.
 */
final class RasterGrammar implements Grammar {
    private final PictureTokens tokens;
    private final int rowLength;
    private final int length;

    RasterGrammar(PictureTokens tokens) {
        this.tokens = tokens;
        this.rowLength = tokens.columns() + (tokens.endsRows() ? 1 : 0);
        this.length = tokens.rows() * rowLength + 1;
    }

    /** Tokens of a picture, those that end rows and the end included. */
    int length() {
        return length;
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public int after(int state, int[] column) {
        return Math.min(state + 1, length - 1);
    }

    @Override
    public void restrict(int state, int lane, LogitRow row) {
        if (state == length - 1) {
            row.only(tokens.end(), tokens.end() + 1);
        } else if (state % rowLength == tokens.columns()) {
            int end = tokens.rowEnd(state / rowLength);
            row.only(end, end + 1);
        } else {
            row.only(tokens.firstCode(), tokens.firstCode() + tokens.codes());
        }
    }
}
