package dev.specula.texttoimage;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.CodeDecoder;
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
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws pictures of 3 x 4 codes, each two pixels wide and high and as bright as its number. Logits are hashes: mostly of the
 * code before, a little of everything before, caption included.
 */
final class ToyModel implements CausalModel {
    static final int ROWS = 3;
    static final int COLUMNS = 4;
    static final int CODES = 9;
    static final int CONTEXT = 40;

    private final ToyVocabulary vocabulary;
    private final int decoderCodes;
    private final @Nullable PhraseLibrary phrases;

    private ToyModel(ToyVocabulary vocabulary, int decoderCodes) {
        this(vocabulary, decoderCodes, null);
    }

    private ToyModel(ToyVocabulary vocabulary, int decoderCodes, @Nullable PhraseLibrary phrases) {
        this.vocabulary = vocabulary;
        this.decoderCodes = decoderCodes;
        this.phrases = phrases;
    }

    static ToyModel withPhrases(PhraseLibrary phrases) {
        return new ToyModel(new ToyVocabulary(CODES, true), CODES, phrases);
    }

    static ToyModel withRowEnds() {
        return new ToyModel(new ToyVocabulary(CODES, true), CODES);
    }

    static ToyModel withoutRowEnds() {
        return new ToyModel(new ToyVocabulary(CODES, false), CODES);
    }

    static ToyModel withNumberedRowEnds() {
        return new ToyModel(new ToyVocabulary(CODES, ToyVocabulary.RowEnds.NUMBERED), CODES);
    }

    static ToyModel withDecoderOf(int codes) {
        return new ToyModel(new ToyVocabulary(CODES, true), codes);
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
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return new HashSequence(prompt, vocabulary.size(), sampling);
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return Optional.empty();
    }

    @Override
    public Optional<RowEncoder> connector() {
        return Optional.empty();
    }

    @Override
    public Optional<CodeDecoder> decoder(Modality modality) {
        return modality == Modality.IMAGE ? Optional.of(new Greys(decoderCodes)) : Optional.empty();
    }

    @Override
    public Optional<ByteBuffer> table(String name) {
        return name.equals(PhraseLibrary.TABLE)
                ? Optional.ofNullable(phrases).map(PhraseLibrary::write)
                : Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private record Greys(int codes) implements CodeDecoder {
        @Override
        public int[] codeShape() {
            return new int[] {ROWS, COLUMNS};
        }

        @Override
        public int[] outputShape() {
            return new int[] {3, 2 * ROWS, 2 * COLUMNS};
        }

        @Override
        public FloatBuffer decode(int[] said) {
            FloatBuffer planes = FloatBuffer.allocate(3 * 4 * ROWS * COLUMNS);
            for (int i = 0; i < planes.capacity(); i++) {
                int y = i / (2 * COLUMNS) % (2 * ROWS);
                int x = i % (2 * COLUMNS);
                planes.put(2f * said[y / 2 * COLUMNS + x / 2] / codes - 1);
            }
            return planes.flip();
        }

        @Override
        public int codeWidth() {
            return 1;
        }

        @Override
        public FloatBuffer codebook() {
            FloatBuffer rows = FloatBuffer.allocate(codes);
            for (int code = 0; code < codes; code++) {
                rows.put(code);
            }
            return rows.flip();
        }
    }

    private static final class HashSequence extends CachedSequence {
        private final long[] histories = new long[CONTEXT]; // (cache rows,) hash of the path
        private final int[] lasts = new int[CONTEXT]; // (cache rows,) last token of the path
        private int first; // cache row of the first row of the last feed

        HashSequence(Prompt prompt, int vocabulary, Sampling sampling) {
            super(prompt, vocabulary, CONTEXT, sampling);
            Arrays.fill(lasts, -1);
        }

        @Override
        protected void compute(Feed feed) {
            first = feed.first();
            for (int row = 0; row < feed.rows(); row++) {
                int at = feed.first() + row;
                long before = feed.parent(row) < 0 ? 0 : histories[feed.parent(row)];
                lasts[at] = feed.token(row, 0);
                histories[at] = mix(before + mix(lasts[at] + 31L * feed.position(row)));
            }
        }

        @Override
        protected void readLogits(int row, int lane, float[] into) {
            int at = first + row;
            for (int token = 0; token < into.length; token++) {
                into[token] = 4 * unit(mix(lasts[at]) + token) + 2 * unit(histories[at] + token);
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
