package dev.specula.training.sound;

import dev.specula.media.LogMel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Prose read aloud in one window of sound. The array is live. */
public final class Narration {

    private static final int ALONE_ONCE_IN = 6;
    private static final int OTHER_VOICE_ONCE_IN = 8;
    private static final int MOST_SENTENCES = 24;

    private final float[] sound;
    private final String text;

    private Narration(float[] sound, String text) {
        this.sound = sound;
        this.text = text;
    }

    /**
     * The narration of {@code seed}: one sentence once in six, otherwise as many that follow each other as fit into {@code seconds};
     * pauses between them; now and then another voice goes on; all heard in a room.
     */
    public static Narration of(long seed, Passages passages, Narrators narrators, int seconds) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L + 2);
        float[] sound = new float[seconds * LogMel.RATE];
        int most = random.nextInt(ALONE_ONCE_IN) == 0 ? 1 : MOST_SENTENCES;
        Narrator narrator = narrators.any(random);
        List<String> said = new ArrayList<>();
        int at = samples(0.1 + 0.5 * random.nextDouble());
        int end = at;
        for (String sentence : passages.following(random, most)) {
            float[] spoken = narrator.read(sentence);
            if (at + spoken.length > sound.length) {
                break;
            }
            System.arraycopy(spoken, 0, sound, at, spoken.length);
            said.add(sentence);
            end = at + spoken.length;
            at = end + samples(0.15 + 0.6 * random.nextDouble());
            if (random.nextInt(OTHER_VOICE_ONCE_IN) == 0) {
                narrator = narrators.any(random);
            }
        }
        int length = Math.min(sound.length, end + samples(0.2 + 0.6 * random.nextDouble()));
        return new Narration(new Room(random).heard(Arrays.copyOf(sound, length), LogMel.RATE), String.join(" ", said));
    }

    /** Samples from -1 to 1, 16,000 a second, no longer than the window. */
    public float[] sound() {
        return sound;
    }

    /** What is read. */
    public String text() {
        return text;
    }

    private static int samples(double seconds) {
        return (int) (seconds * LogMel.RATE);
    }
}
