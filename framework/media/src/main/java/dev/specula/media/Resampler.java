package dev.specula.media;

import java.io.IOException;
import java.util.Arrays;

/**
 * Brings sound to another rate: a low-pass that takes out what the lower rate cannot hold, as a windowed sinc (Smith, Digital
 * Audio Resampling), computed only at the samples that are wanted. Tones vanish by more than 80 dB from
 * one part in eighty above half of the new rate on, and by 50 dB right above it; up to seven eighths of it they stay.
 */
final class Resampler implements SampleBlocks {
    private static final int ZEROS = 32; // crossings of the sinc on each side
    private static final double PASSED = 0.93; // of the frequencies that the lower rate can hold
    private static final double KAISER = 9;
    private static final int MOST_PHASES = 1024;

    private final SampleBlocks source;
    private final int to;
    private final long step; // a sample out is step / steps samples in
    private final long steps;
    private final int reach; // samples on each side
    private final float[][] phases; // (phases, 2 * reach) weights, each adding up to 1
    private float[] held = new float[0]; // samples in, from number `from` on
    private int length;
    private long from;
    private long produced;
    private long total = -1; // samples in; -1 before the end

    Resampler(SampleBlocks source, int to) {
        this.source = source;
        this.to = to;
        long common = gcd(source.rate(), to);
        this.step = source.rate() / common;
        this.steps = to / common;
        double cutoff = PASSED * Math.min(1, to / (double) source.rate());
        this.reach = (int) Math.ceil(ZEROS / cutoff);
        this.phases = new float[(int) Math.min(steps, MOST_PHASES)][];
        double[] exact = new double[2 * reach];
        for (int phase = 0; phase < phases.length; phase++) {
            phases[phase] = weights(phase / (double) phases.length, cutoff, reach, exact);
        }
        this.from = -reach;
        append(new float[reach]);
    }

    private static long gcd(long left, long right) {
        return right == 0 ? left : gcd(right, left % right);
    }

    /** Weights that add up to 1; {@code weights} holds them before they do. */
    private static float[] weights(double offset, double cutoff, int reach, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - (reach - 1) - offset;
            double angle = Math.PI * cutoff * distance;
            double sinc = distance == 0 ? 1 : Math.sin(angle) / angle;
            double edge = 1 - distance * distance / ((double) reach * reach);
            weights[i] = sinc * bessel(KAISER * Math.sqrt(Math.max(0, edge)));
            sum += weights[i];
        }
        float[] scaled = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = (float) (weights[i] / sum);
        }
        return scaled;
    }

    /** The modified Bessel function of order 0, up to a factor that the sum of the weights takes out. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int i = 1; term > 1e-12 * sum; i++) {
            term *= x * x / (4.0 * i * i);
            sum += term;
        }
        return sum;
    }

    @Override
    public int rate() {
        return to;
    }

    @Override
    public float[] next() throws IOException {
        float[] made = new float[0];
        while (made.length == 0 && (total < 0 || position(produced) < total)) {
            if (total < 0) {
                float[] block = source.next();
                if (block.length == 0) {
                    total = from + length;
                    append(new float[2 * reach]);
                } else {
                    append(block);
                }
            }
            made = produce();
        }
        return made;
    }

    private float[] produce() {
        long last = from + length - reach - 1; // the last position that has all it needs
        int count = 0;
        while (position(produced + count) < last && (total < 0 || position(produced + count) < total)) {
            count++;
        }
        float[] made = new float[count];
        for (int i = 0; i < count; i++) {
            made[i] = sample(produced + i);
        }
        produced += count;
        drop(position(produced) - reach - from);
        return made;
    }

    /** The whole sample in at or before sample out {@code index}. */
    private long position(long index) {
        return index * step / steps;
    }

    private float sample(long index) {
        long within = index * step % steps;
        long phase = Math.round(within * (double) phases.length / steps);
        long at = position(index) + phase / phases.length;
        float[] weights = phases[(int) (phase % phases.length)];
        int start = (int) (at - (reach - 1) - from);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * held[start + i];
        }
        return (float) sum;
    }

    private void append(float[] block) {
        if (length + block.length > held.length) {
            held = Arrays.copyOf(held, 2 * (length + block.length));
        }
        System.arraycopy(block, 0, held, length, block.length);
        length += block.length;
    }

    private void drop(long count) {
        int dropped = (int) Math.max(0, Math.min(length, count));
        System.arraycopy(held, dropped, held, 0, length - dropped);
        length -= dropped;
        from += dropped;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
