package dev.specula.training.sound;

import dev.specula.blocks.text.Commands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Requests read aloud: silence, sentences with pauses between them, all heard in a room. What does not fit into the window is
 * cut off, in the middle of a word where it comes so. One window in forty holds noise alone. A recital is a function of its
 * seed; threads must not share an instance.
 */
final class Recital {

    private static final int SILENT_ONCE_IN = 40;
    private static final double LATEST = 9; // seconds of a window before the first word
    private static final double LONGEST_PAUSE = 4; // seconds between sentences
    private static final int PAUSED_ONCE_IN = 4;
    private static final int LATE_ONCE_IN = 16;
    private static final double HUM = 0.003; // of the noise of a window without speech

    private final Speaker speaker = new Speaker();
    private final int rate;
    private final int samples;

    /** Of windows of {@code samples} samples, {@code rate} a second. */
    Recital(int rate, int samples) {
        this.rate = rate;
        this.samples = samples;
    }

    /** The recital of {@code seed}. */
    HeardClip of(long seed) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L + 1);
        if (random.nextInt(SILENT_ONCE_IN) == 0) {
            return silent(random);
        }
        Manner manner = Manner.any(random);
        double silence = random.nextInt(LATE_ONCE_IN) == 0 ? LATEST * random.nextDouble() : 0.4 * random.nextDouble();
        int at = (int) (silence * rate);
        float[] sound = new float[samples];
        List<Sentence> sentences = new ArrayList<>();
        List<Spoken.Part> phones = new ArrayList<>();
        for (String sentence : Commands.request(seed)) {
            Spoken spoken = speaker.say(sentence, manner);
            double start = (double) at / rate;
            sentences.add(new Sentence(
                    spoken.words().stream().map(word -> word.later(start)).toList()));
            spoken.phones().forEach(phone -> phones.add(phone.later(start)));
            int fits = Math.max(0, Math.min(spoken.sound().length, samples - at));
            System.arraycopy(spoken.sound(), 0, sound, at, fits);
            double pause = random.nextInt(PAUSED_ONCE_IN) == 0 ? LONGEST_PAUSE : 0.25;
            at += fits + (int) (pause * random.nextDouble() * rate);
            if (at >= samples) {
                break;
            }
        }
        int length = Math.min(samples, at + (int) (0.3 * random.nextDouble() * rate));
        float[] heard = new Room(random).heard(Arrays.copyOf(sound, length), rate);
        return new HeardClip(Arrays.copyOf(heard, samples), length, within(sentences), phones);
    }

    private HeardClip silent(Random random) {
        float[] noise = new float[samples];
        int length = (int) (samples * (0.1 + 0.9 * random.nextDouble()));
        for (int sample = 0; sample < length; sample++) {
            noise[sample] = (float) (HUM * random.nextGaussian());
        }
        return new HeardClip(new Room(random).heard(noise, rate), length, List.of(), List.of());
    }

    /** The words that end in the window; a sentence that lost a word knows it. */
    private List<Sentence> within(List<Sentence> sentences) {
        double end = (double) samples / rate;
        return sentences.stream()
                .map(sentence -> sentence.until(end))
                .filter(sentence -> !sentence.words().isEmpty())
                .toList();
    }
}
