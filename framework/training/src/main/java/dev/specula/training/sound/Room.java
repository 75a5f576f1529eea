package dev.specula.training.sound;

import java.util.Random;

/**
 * What lies between a mouth and a microphone: a few reflections that die away, noise of some colour, and distance. One clip in
 * three is heard without a room, one in four without noise.
 */
final class Room {

    private static final int REFLECTIONS = 24;
    private static final double FIRST = 0.002; // seconds after the direct sound
    private static final double LAST = 0.12;
    private static final float FAINT = 0.08f; // peak, of the full scale
    private static final float LOUD = 0.9f;

    private final Random random;

    Room(Random random) {
        this.random = random;
    }

    /** {@code sound} as it is heard, as long as before. */
    float[] heard(float[] sound, int rate) {
        float[] echoed = random.nextInt(3) == 0 ? sound.clone() : echoed(sound, rate);
        float peak = 0;
        double power = 0;
        for (float sample : echoed) {
            peak = Math.max(peak, Math.abs(sample));
            power += sample * sample;
        }
        double level = Math.sqrt(power / echoed.length);
        if (random.nextInt(4) > 0) {
            peak = Math.max(peak, noise(echoed, level * Math.pow(10, -(12 + 28 * random.nextDouble()) / 20)));
        }
        float gain = FAINT * (float) Math.pow(LOUD / FAINT, random.nextDouble()) / Math.max(peak, 1e-3f);
        for (int sample = 0; sample < echoed.length; sample++) {
            echoed[sample] = Math.max(-1, Math.min(1, gain * echoed[sample]));
        }
        return echoed;
    }

    private float[] echoed(float[] sound, int rate) {
        float[] echoed = sound.clone();
        double decay = 0.015 + 0.06 * random.nextDouble(); // seconds to fall by 1/e
        double strength = 0.1 + 0.3 * random.nextDouble();
        for (int reflection = 0; reflection < REFLECTIONS; reflection++) {
            double seconds = FIRST + (LAST - FIRST) * random.nextDouble();
            float share = (float) (strength * random.nextGaussian() * Math.exp(-seconds / decay));
            int delay = (int) (seconds * rate);
            for (int sample = delay; sample < echoed.length; sample++) {
                echoed[sample] += share * sound[sample - delay];
            }
        }
        return echoed;
    }

    /** Adds noise of root mean square {@code level}, from white to a rumble, and returns about its peak. */
    private float noise(float[] sound, double level) {
        double memory = 0.97 * random.nextDouble();
        double scale = level * Math.sqrt(1 - memory * memory);
        double last = 0;
        for (int sample = 0; sample < sound.length; sample++) {
            last = memory * last + scale * random.nextGaussian();
            sound[sample] += (float) last;
        }
        return (float) (3 * level);
    }
}
