package dev.specula.training.sound;

import java.util.Random;

/**
 * How a voice speaks.
 *
 * @param rate words a minute
 * @param pitch mean of the fundamental, Hz
 * @param range deviation of the fundamental, Hz
 * @param size of the mouth: 1 as recorded, larger is deeper and slower
 */
record Manner(float rate, float pitch, float range, double size) {

    static Manner any(Random random) {
        return new Manner(
                150 + 80 * random.nextFloat(),
                75 + 85 * random.nextFloat(),
                6 + 18 * random.nextFloat(),
                0.88 + 0.24 * random.nextDouble());
    }
}
