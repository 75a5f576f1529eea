package dev.specula.media;

/** The discrete Fourier transform of a fixed length whose prime factors are small (Cooley and Tukey 1965, mixed radix). */
final class Fourier {
    private final int length;
    private final double[] cosines; // (length,)
    private final double[] sines; // (length,)

    Fourier(int length) {
        this.length = length;
        cosines = new double[length];
        sines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = -Math.sin(2 * Math.PI * i / length);
        }
    }

    /** The power of {@code samples} (length,) at frequencies 0 to length / 2, into {@code powers}. */
    void powers(double[] samples, double[] powers) {
        double[] real = new double[length];
        double[] imaginary = new double[length];
        transform(samples, 0, 1, length, real, imaginary, 0);
        for (int i = 0; i < powers.length; i++) {
            powers[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }

    /** Transforms every {@code stride}-th of {@code samples} from {@code from} on into {@code count} values from {@code to} on. */
    private void transform(
            double[] samples, int from, int stride, int count, double[] real, double[] imaginary, int to) {
        if (count == 1) {
            real[to] = samples[from];
            imaginary[to] = 0;
            return;
        }
        int radix = smallestFactor(count);
        int part = count / radix;
        for (int i = 0; i < radix; i++) {
            transform(samples, from + i * stride, stride * radix, part, real, imaginary, to + i * part);
        }
        double[] sumReal = new double[count];
        double[] sumImaginary = new double[count];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < radix; i++) {
                int turn = (int) ((long) i * k * stride % length);
                int at = to + i * part + k % part;
                sumReal[k] += real[at] * cosines[turn] - imaginary[at] * sines[turn];
                sumImaginary[k] += real[at] * sines[turn] + imaginary[at] * cosines[turn];
            }
        }
        System.arraycopy(sumReal, 0, real, to, count);
        System.arraycopy(sumImaginary, 0, imaginary, to, count);
    }

    private static int smallestFactor(int count) {
        for (int factor = 2; factor * factor <= count; factor++) {
            if (count % factor == 0) {
                return factor;
            }
        }
        return count;
    }
}
