package dev.specula.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long two threads take to agree: a flag goes from one to the other and back. A tenth of a microsecond where their processors
 * share a cache, several times that where they do not, and small passes on several threads take longer in proportion. In a virtual machine
 * it may change within minutes, so it belongs beside what was measured.
 *
 * <pre>java -cp specula-benchmarks.jar dev.specula.benchmarks.Agreement</pre>
 */
public final class Agreement {
    private static final int ROUNDS = 200_000;
    private static final int TIMES = 7; // the first warms up

    private Agreement() {}

    /** Prints nanoseconds there and back, several times. */
    public static void main(String[] arguments) throws InterruptedException {
        double[] nanos = measure(ROUNDS);
        System.out.printf(Locale.ROOT, "a flag from one thread to another and back: %s ns%n", Arrays.toString(nanos));
    }

    /** Nanoseconds there and back, the mean of {@code rounds}, measured several times. */
    static double[] measure(int rounds) throws InterruptedException {
        double[] nanos = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            nanos[time] = once(rounds);
        }
        return Arrays.copyOfRange(nanos, 1, TIMES);
    }

    private static double once(int rounds) throws InterruptedException {
        AtomicInteger flag = new AtomicInteger();
        Thread other = new Thread(() -> handBack(flag, rounds), "agreement");
        other.start();
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            flag.setRelease(1);
            await(flag, 0);
        }
        long nanos = System.nanoTime() - start;
        other.join();
        return Math.rint(nanos / (double) rounds);
    }

    private static void handBack(AtomicInteger flag, int rounds) {
        for (int round = 0; round < rounds; round++) {
            await(flag, 1);
            flag.setRelease(0);
        }
    }

    private static void await(AtomicInteger flag, int awaited) {
        while (flag.getAcquire() != awaited) {
            Thread.onSpinWait();
        }
    }
}
