package dev.specula.texttoimage;

import dev.specula.media.ChannelScale;
import dev.specula.media.Picture;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import java.util.Arrays;

/** Collects the codes of a picture as its tokens come, and shows it after each row. */
final class RowStream extends HeardTokens implements GrowingPicture {
    private final PictureTokens tokens;
    private final RowListener listener;
    private final int[] codes; // (rows, columns)
    private int drawn;

    RowStream(PictureTokens tokens, RowListener listener) {
        this.tokens = tokens;
        this.listener = listener;
        this.codes = new int[tokens.rows() * tokens.columns()];
    }

    @Override
    public void committed(int[] column, Origin origin) {
        super.committed(column, origin);
        if (!tokens.isCode(column[0])) {
            return;
        }
        codes[drawn++] = column[0] - tokens.firstCode();
        boolean rowIsFull = drawn % tokens.columns() == 0;
        if (rowIsFull && !isCancelled() && !listener.drawn(this)) {
            cancel();
        }
    }

    /** Codes that were drawn. */
    int drawn() {
        return drawn;
    }

    boolean isWhole() {
        return drawn == codes.length;
    }

    @Override
    public int rows() {
        return drawn / tokens.columns();
    }

    @Override
    public int rowsInAll() {
        return tokens.rows();
    }

    /** What is not drawn yet goes on as the last code, so that the decoder sees no edge, and is cut off. */
    @Override
    public Picture picture() {
        int[] whole = codes.clone();
        Arrays.fill(whole, drawn, whole.length, drawn == 0 ? 0 : codes[drawn - 1]);
        PictureSize size = tokens.size();
        Picture picture =
                Picture.ofPlanes(tokens.decoder().decode(whole), size.width(), size.height(), ChannelScale.SYMMETRIC);
        return isWhole() ? picture : picture.top(Math.max(1, size.height() * rows() / rowsInAll()));
    }
}
