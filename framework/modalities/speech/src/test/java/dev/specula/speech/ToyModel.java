package dev.specula.speech;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model of speech whose logits are hashes: mostly of the last token, which all toys share, and a little of the sound and
 * everything before, so that one toy drafts for another now and then.
 */
final class ToyModel implements CausalModel {
    static final int CONTEXT = 64;
    static final int SECONDS = 2;
    static final int BINS = 4;

    final AtomicInteger encoded = new AtomicInteger();
    private final Vocabulary vocabulary = new ToyVocabulary(1 + SECONDS * 50);
    private final Map<String, int[]> generation;
    private final long character;

    private ToyModel(Map<String, int[]> generation, long character) {
        this.generation = generation;
        this.character = character;
    }

    static ToyModel target() {
        return new ToyModel(
                Map.of(
                        "suppress_tokens", new int[] {ToyVocabulary.BRACKET},
                        "begin_suppress_tokens", new int[] {ToyVocabulary.SPACE, ToyVocabulary.END}),
                1);
    }

    static ToyModel draft() {
        return new ToyModel(target().generation, 2);
    }

    static ToyModel saying(Map<String, int[]> generation) {
        return new ToyModel(generation, 1);
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
        return View.ALL;
    }

    @Override
    public int[] generation(String key) {
        return generation.getOrDefault(key, new int[0]).clone();
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return new HashSequence(prompt, vocabulary.size(), sampling, character);
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return modality == Modality.AUDIO ? Optional.of(new Sums()) : Optional.empty();
    }

    @Override
    public Optional<RowEncoder> connector() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    /** One row: the sum of a spectrogram, and its first number. */
    private final class Sums implements RowEncoder {
        @Override
        public int[] inputShape() {
            return new int[] {BINS, SECONDS * 100};
        }

        @Override
        public int rows() {
            return 1;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public FloatBuffer encode(FloatBuffer input) {
            encoded.incrementAndGet();
            float first = input.get(input.position());
            float sum = 0;
            while (input.hasRemaining()) {
                sum += input.get();
            }
            return FloatBuffer.wrap(new float[] {sum, first});
        }
    }

    private static final class HashSequence extends CachedSequence {
        private final long sound;
        private final long[] histories = new long[2 * CONTEXT]; // (cache rows,) hash of the path
        private final int[] lasts = new int[2 * CONTEXT]; // (cache rows,) last token of the path
        private int first; // cache row of the first row of the last feed

        HashSequence(Prompt prompt, int vocabulary, Sampling sampling, long character) {
            super(prompt, vocabulary, CONTEXT, sampling);
            FloatBuffer memory = Objects.requireNonNull(prompt.memory());
            this.sound = mix(Float.floatToIntBits(memory.get(0)) + character);
        }

        @Override
        protected void compute(Feed feed) {
            first = feed.first();
            for (int row = 0; row < feed.rows(); row++) {
                int at = feed.first() + row;
                long before = feed.parent(row) < 0 ? sound : histories[feed.parent(row)];
                lasts[at] = feed.token(row, 0);
                histories[at] = mix(before + mix(feed.token(row, 0)));
            }
        }

        @Override
        protected void readLogits(int row, int lane, float[] into) {
            int at = first + row;
            for (int token = 0; token < into.length; token++) {
                into[token] = 6 * unit(mix(lasts[at]) + token) + 2 * unit(histories[at] + token);
                into[token] -= token >= ToyVocabulary.FIRST_TIMESTAMP ? 5 : 0;
            }
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
