package dev.specula.speech;

import dev.specula.media.Sound;
import java.util.Random;

/** Sounds that are no silence. */
final class Sounds {
    private Sounds() {}

    static Sound noise(double seconds, int seed) {
        Random random = new Random(seed);
        float[] samples = new float[(int) Math.round(seconds * 16_000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.1 * random.nextGaussian());
        }
        return Sound.ofSamples(samples, 16_000);
    }
}
