package dev.specula.training.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Clips with what is to be written for each, padded to one length. Spectrograms are heard louder or softer than they were kept,
 * and, where they teach, with a few bands and moments missing (SpecAugment, Park et al. 2019). The arrays are live.
 */
public final class SpeechBatch {

    private static final int ALIGNED = 8;
    private static final int BANDS = 8; // most that go missing at a time
    private static final int MOMENTS = 12; // frames, likewise
    private static final float TIMESTAMP = 3; // weight of one after the first: few, and the hardest to tell
    private static final int LONGER = 8; // places beyond the perfect answer, for a model that does not see its end

    private final List<Clip> clips;
    private final int length;
    private final int end; // token that ends an answer; those before it are words
    private final int first; // timestamp, of the beginning of a window
    private final float[] spectrograms;
    private final int[] ids;
    private final int[] targets;
    private final float[] weights;
    private final int[] answers; // the place of each clip's first token after the prompt
    private final int[][] looks; // from and to of each token, then of each target

    private SpeechBatch(List<Clip> clips, int length, SpeechVocabulary vocabulary) {
        this.clips = clips;
        this.length = length;
        this.end = vocabulary.end();
        this.first = vocabulary.timestamp(0);
        int cells = clips.size() * length;
        this.spectrograms = new float[clips.size() * Clip.BINS * Clip.FRAMES];
        this.ids = new int[cells];
        this.targets = new int[cells];
        this.weights = new float[cells];
        this.answers = new int[clips.size()];
        this.looks = new int[4][cells];
    }

    /** Clips as they are heard by a model that learns; {@code seed} decides how. */
    public static SpeechBatch learnt(List<Clip> clips, SpeechVocabulary vocabulary, long seed) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L + 2);
        SpeechBatch batch = of(clips, vocabulary, random, 0);
        for (int clip = 0; clip < clips.size(); clip++) {
            batch.disturb(clip * Clip.BINS * Clip.FRAMES, random);
        }
        return batch;
    }

    /** Clips as they are; {@code seed} decides which are written with timestamps. */
    public static SpeechBatch undisturbed(List<Clip> clips, SpeechVocabulary vocabulary, long seed) {
        return of(clips, vocabulary, new Random(seed * 0x9e3779b97f4a7c15L + 3), LONGER);
    }

    private static SpeechBatch of(List<Clip> clips, SpeechVocabulary vocabulary, Random random, int longer) {
        List<Dictation> dictations = new ArrayList<>();
        int longest = 0;
        for (Clip clip : clips) {
            Dictation dictation = Dictation.of(clip, vocabulary, random);
            dictations.add(dictation);
            longest = Math.max(longest, dictation.tokens().length - 1);
        }
        int length = (longest + longer + ALIGNED - 1) / ALIGNED * ALIGNED;
        SpeechBatch batch = new SpeechBatch(List.copyOf(clips), length, vocabulary);
        for (int clip = 0; clip < clips.size(); clip++) {
            clips.get(clip).hear(batch.spectrograms, clip * Clip.BINS * Clip.FRAMES);
            batch.write(clip, dictations.get(clip));
        }
        return batch;
    }

    private void write(int clip, Dictation dictation) {
        int[] tokens = dictation.tokens();
        answers[clip] = dictation.prompt();
        for (int place = 0; place < length; place++) {
            int cell = clip * length + place;
            ids[cell] = place < tokens.length ? tokens[place] : end;
            if (place + 1 < tokens.length) {
                looks[0][cell] = dictation.from()[place];
                looks[1][cell] = dictation.to()[place];
                if (place + 1 >= dictation.prompt()) {
                    targets[cell] = tokens[place + 1];
                    weights[cell] = tokens[place + 1] > first ? TIMESTAMP : 1;
                    looks[2][cell] = dictation.from()[place + 1];
                    looks[3][cell] = dictation.to()[place + 1];
                }
            }
        }
    }

    private void disturb(int offset, Random random) {
        float louder = (float) (0.15 * random.nextGaussian());
        for (int place = 0; place < Clip.BINS * Clip.FRAMES; place++) {
            spectrograms[offset + place] += louder;
        }
        if (random.nextBoolean()) {
            int first = random.nextInt(Clip.BINS);
            int end = Math.min(Clip.BINS, first + 1 + random.nextInt(BANDS));
            silence(offset, first, end, 0, Clip.FRAMES);
        }
        for (int time = random.nextInt(3); time > 0; time--) {
            int first = random.nextInt(Clip.FRAMES);
            silence(offset, 0, Clip.BINS, first, Math.min(Clip.FRAMES, first + 1 + random.nextInt(MOMENTS)));
        }
    }

    private void silence(int offset, int firstBand, int endBand, int firstFrame, int endFrame) {
        for (int band = firstBand; band < endBand; band++) {
            int row = offset + band * Clip.FRAMES;
            Arrays.fill(spectrograms, row + firstFrame, row + endFrame, 0);
        }
    }

    /** The clips. */
    public List<Clip> heard() {
        return clips;
    }

    /** The token that ends an answer, and pads it. */
    public int end() {
        return end;
    }

    /** The place of the first token after the prompt of clip number {@code clip}. */
    public int answer(int clip) {
        return answers[clip];
    }

    /** How many clips. */
    public int clips() {
        return clips.size();
    }

    /** Tokens of each clip, padding included. */
    public int length() {
        return length;
    }

    /** {@code (clips, bins, frames)}. */
    public float[] spectrograms() {
        return spectrograms;
    }

    /** {@code (clips, length)}. */
    public int[] ids() {
        return ids;
    }

    /** {@code (clips, length)}: the token that must follow, 0 where none is learnt. */
    public int[] targets() {
        return targets;
    }

    /** {@code (clips, length)}: how much a target counts, 0 where none is learnt. */
    public float[] weights() {
        return weights;
    }

    /** {@code (clips, rows)}: the phone that each row hears. */
    public int[] phones() {
        int[] phones = new int[clips.size() * Clip.ROWS];
        for (int clip = 0; clip < clips.size(); clip++) {
            for (int row = 0; row < Clip.ROWS; row++) {
                phones[clip * Clip.ROWS + row] = clips.get(clip).phones()[row];
            }
        }
        return phones;
    }

    /** {@code (clips, rows)}: the last token whose word each row hears; 0 where it hears none. */
    public int[] words() {
        int[] words = new int[clips.size() * Clip.ROWS];
        for (int cell = 0; cell < ids.length; cell++) {
            int row = cell / length * Clip.ROWS;
            if (weights[cell] > 0 && targets[cell] < end) {
                Arrays.fill(words, row + looks[2][cell], row + looks[3][cell], targets[cell]);
            }
        }
        return words;
    }

    /** {@code (clips, rows)}: the tenth of a second nearest to each row, counted from 1. */
    public int[] times() {
        int[] times = new int[clips.size() * Clip.ROWS];
        for (int row = 0; row < times.length; row++) {
            times[row] = 1 + Math.round((float) (row % Clip.ROWS) * Clip.TENTHS / Clip.ROWS);
        }
        return times;
    }

    /** {@code (clips, length, rows)}: 1 where the token at a place is heard. */
    public float[] tokenRows() {
        return rows(looks[0], looks[1]);
    }

    /** Likewise for the token that must follow. */
    public float[] targetRows() {
        return rows(looks[2], looks[3]);
    }

    private float[] rows(int[] from, int[] to) {
        float[] rows = new float[from.length * Clip.ROWS];
        for (int cell = 0; cell < from.length; cell++) {
            Arrays.fill(rows, cell * Clip.ROWS + from[cell], cell * Clip.ROWS + to[cell], 1);
        }
        return rows;
    }
}
