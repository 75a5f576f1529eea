package dev.specula.training.data;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongFunction;

/** Prepares the batches of coming steps on a thread of its own. {@link #close()} stops it. */
public final class Ahead<T> implements AutoCloseable {

    private static final int READY = 3;

    private final BlockingQueue<T> ready = new ArrayBlockingQueue<>(READY);
    private final Thread thread;

    /** Starts preparing the batch of {@code firstStep}. */
    public Ahead(long firstStep, LongFunction<T> batchOf) {
        this.thread = new Thread(() -> prepare(firstStep, batchOf), "batches");
        thread.setDaemon(true);
        thread.start();
    }

    private void prepare(long firstStep, LongFunction<T> batchOf) {
        try {
            for (long step = firstStep; !Thread.interrupted(); step++) {
                ready.put(batchOf.apply(step));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next step's batch. */
    public T next() {
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a batch was prepared", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
