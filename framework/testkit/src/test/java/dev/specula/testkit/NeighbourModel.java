package dev.specula.testkit;

import dev.specula.token.CachedSequence;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.Random;

/** A raster whose logits are a sum of what the token to the left and the token above say: flat laws that hang together. */
final class NeighbourModel {
    static final int TOKENS = 256;
    static final int ROW = 16;
    static final int LENGTH = 256;

    private final float[] left = new float[TOKENS * TOKENS]; // (token to the left, token)
    private final float[] up = new float[TOKENS * TOKENS];

    /** Entries are normal with standard deviation {@code scale}. */
    NeighbourModel(double scale, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (scale * random.nextGaussian());
            up[i] = (float) (scale * random.nextGaussian());
        }
    }

    CachedSequence open(Sampling sampling) {
        return new Raster(sampling);
    }

    private final class Raster extends CachedSequence {
        private final int[] said = new int[1 + LENGTH + 64]; // (cache rows,) token
        private int first;

        Raster(Sampling sampling) {
            super(Prompt.of(0), TOKENS, 1 + LENGTH + 64, sampling);
        }

        @Override
        protected void compute(Feed feed) {
            first = feed.first();
            for (int row = 0; row < feed.rows(); row++) {
                said[first + row] = feed.token(row, 0);
            }
        }

        @Override
        protected void readLogits(int row, int lane, float[] into) {
            int at = first + row; // the last column of the context; chains alone, so rows are columns
            int besides = said[at] * TOKENS;
            int above = at + 1 - ROW < 0 ? 0 : said[at + 1 - ROW] * TOKENS;
            for (int token = 0; token < TOKENS; token++) {
                into[token] = left[besides + token] + up[above + token];
            }
        }

        @Override
        protected void moveRow(int from, int to) {
            said[to] = said[from];
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
