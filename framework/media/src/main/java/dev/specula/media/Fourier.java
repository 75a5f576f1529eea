package dev.specula.media;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The discrete Fourier transform of signals of a fixed length whose prime factors are small (Cooley and Tukey 1965, mixed radix, in
 * Stockham's order), of many signals side by side: the innermost loops run over numbers that lie next to each other, which is what
 * processors multiply several at a time. Two real signals are the halves of one complex one.
 */
final class Fourier {
    /** Signals that are transformed together. */
    static final int SIGNALS = 16;

    private static final int LANES = SIGNALS / 2;

    private final int length;
    private final int[] radices;
    private final double[] cosines; // (length,)
    private final double[] sines; // (length,)

    Fourier(int length) {
        this.length = length;
        this.radices = factors(length);
        cosines = new double[length];
        sines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = -Math.sin(2 * Math.PI * i / length);
        }
    }

    private static int[] factors(int length) {
        IntStream.Builder factors = IntStream.builder();
        int rest = length;
        for (int factor = 2; rest > 1; factor++) {
            for (; rest % factor == 0; rest /= factor) {
                factors.accept(factor);
            }
        }
        return factors.build().toArray();
    }

    /** Where signals are put and transformed; belongs to one thread. */
    final class Signals {
        private double[] real = new double[length * LANES]; // (length, lanes): signals 0 to LANES
        private double[] imaginary = new double[length * LANES]; // (length, lanes): the others
        private double[] nextReal = new double[length * LANES];
        private double[] nextImaginary = new double[length * LANES];

        /** Sets sample {@code at} of signal {@code signal}. All are to be set before each transform, which uses them up. */
        void set(int signal, int at, double sample) {
            if (signal < LANES) {
                real[at * LANES + signal] = sample;
            } else {
                imaginary[at * LANES + signal - LANES] = sample;
            }
        }

        /** Transforms all signals. */
        void transform() {
            int stride = 1;
            for (int radix : radices) {
                step(radix, stride);
                stride *= radix;
                double[] swap = real;
                real = nextReal;
                nextReal = swap;
                swap = imaginary;
                imaginary = nextImaginary;
                nextImaginary = swap;
            }
        }

        /** One factor of the length: output k of each group is the sum of its members, each turned k times its place. */
        private void step(int radix, int stride) {
            int groups = length / stride / radix;
            int run = stride * LANES;
            for (int group = 0; group < groups; group++) {
                for (int k = 0; k < radix; k++) {
                    int to = (radix * group + k) * run;
                    Arrays.fill(nextReal, to, to + run, 0);
                    Arrays.fill(nextImaginary, to, to + run, 0);
                    for (int member = 0; member < radix; member++) {
                        int place = group + groups * member;
                        int turn = k * place * stride % length;
                        add(place * run, to, run, cosines[turn], sines[turn]);
                    }
                }
            }
        }

        private void add(int from, int to, int run, double cosine, double sine) {
            double[] re = real;
            double[] im = imaginary;
            double[] sumRe = nextReal;
            double[] sumIm = nextImaginary;
            for (int i = 0; i < run; i++) {
                sumRe[to + i] += re[from + i] * cosine - im[from + i] * sine;
                sumIm[to + i] += re[from + i] * sine + im[from + i] * cosine;
            }
        }

        /** The power of signal {@code signal} at frequencies 0 to length / 2, into {@code powers}. */
        void powers(int signal, double[] powers) {
            int lane = signal % LANES;
            double sign = signal < LANES ? 1 : -1;
            for (int k = 0; k < powers.length; k++) {
                int at = k * LANES + lane;
                int mirrored = (length - k) % length * LANES + lane;
                double re = real[at] + sign * real[mirrored];
                double im = imaginary[at] - sign * imaginary[mirrored];
                powers[k] = (re * re + im * im) / 4;
            }
        }
    }

    /** A place for signals. */
    Signals signals() {
        return new Signals();
    }
}
