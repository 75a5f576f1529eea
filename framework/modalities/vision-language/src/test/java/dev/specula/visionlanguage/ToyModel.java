package dev.specula.visionlanguage;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.token.CachedSequence;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model whose logits are hashes: mostly of the last token, which all toys share, and a little of everything before, picture
 * included, so that a draft with fewer columns agrees now and then.
 */
final class ToyModel implements CausalModel {
    static final int CONTEXT = 64;

    final AtomicInteger encoded = new AtomicInteger();
    private final Vocabulary vocabulary;
    private final View view;
    private final int rows;

    private ToyModel(int letters, View view, int rows) {
        this.vocabulary = new ToyVocabulary(letters);
        this.view = view;
        this.rows = rows;
    }

    static ToyModel target() {
        return new ToyModel(12, View.ALL, 4);
    }

    static ToyModel draft(View view) {
        return new ToyModel(12, view, view == View.POOLED ? 2 : 4);
    }

    static ToyModel withLetters(int letters) {
        return new ToyModel(letters, View.TEXT_ONLY, 0);
    }

    @Override
    public ModelSpec spec() {
        return new ModelSpec("toy", vocabulary.size(), 1, 2, CONTEXT, "f32", 1, 1);
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int[] endTokens() {
        return new int[] {ToyVocabulary.END};
    }

    @Override
    public View view() {
        return view;
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return new HashSequence(prompt, vocabulary.size(), sampling);
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return view == View.ALL ? Optional.of(new Averages(new int[] {3, 4, 4}, rows)) : Optional.empty();
    }

    @Override
    public Optional<RowEncoder> connector() {
        return view == View.POOLED ? Optional.of(new Averages(new int[] {4, 2}, rows)) : Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    /** Rows that are all the average of the input. */
    private final class Averages implements RowEncoder {
        private final int[] shape;
        private final int count;

        Averages(int[] shape, int count) {
            this.shape = shape;
            this.count = count;
        }

        @Override
        public int[] inputShape() {
            return shape.clone();
        }

        @Override
        public int rows() {
            return count;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public FloatBuffer encode(FloatBuffer input) {
            encoded.incrementAndGet();
            float sum = 0;
            int size = input.remaining();
            while (input.hasRemaining()) {
                sum += input.get();
            }
            FloatBuffer averages = FloatBuffer.allocate(2 * count);
            while (averages.hasRemaining()) {
                averages.put(sum / size);
            }
            return averages.flip();
        }
    }

    private static final class HashSequence extends CachedSequence {
        private final Prompt prompt;
        private final long[] histories = new long[CONTEXT]; // (cache rows,) hash of the path
        private final int[] lasts = new int[CONTEXT]; // (cache rows,) last token of the path

        private int first; // cache row of the first row of the last feed

        HashSequence(Prompt prompt, int vocabulary, Sampling sampling) {
            super(prompt, vocabulary, CONTEXT, sampling);
            this.prompt = prompt;
        }

        @Override
        protected void compute(Feed feed) {
            first = feed.first();
            for (int row = 0; row < feed.rows(); row++) {
                int at = feed.first() + row;
                long before = feed.parent(row) < 0 ? 0 : histories[feed.parent(row)];
                lasts[at] = feed.token(row, 0);
                histories[at] = mix(before + mix(content(feed, row)));
            }
        }

        private long content(Feed feed, int row) {
            int row0 = prompt.rows() == 0 ? -1 : feed.position(row) - prompt.columnOfRow(0);
            FloatBuffer values = prompt.values();
            return values != null && row0 >= 0 && row0 < prompt.rows()
                    ? Float.floatToIntBits(values.get(2 * row0))
                    : feed.token(row, 0);
        }

        @Override
        protected void readLogits(int row, int lane, float[] into) {
            int at = first + row;
            for (int token = 0; token < into.length; token++) {
                boolean word = token >= ToyVocabulary.END;
                into[token] = word ? 8 * unit(mix(lasts[at]) + token) + 2 * unit(histories[at] + token) : -20;
            }
            into[ToyVocabulary.END] -= 3;
        }

        @Override
        protected void moveRow(int from, int to) {
            histories[to] = histories[from];
            lasts[to] = lasts[from];
        }

        @Override
        public void close() {
            // Holds nothing.
        }

        private static float unit(long bits) {
            return (mix(bits) >>> 40) * 0x1p-24f;
        }

        private static long mix(long bits) {
            long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
            return mixed ^ mixed >>> 31;
        }
    }
}
