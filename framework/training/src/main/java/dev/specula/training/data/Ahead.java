package dev.specula.training.data;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Prepares the batches of coming steps on a thread of its own, for one thread that asks for them. {@link #close()} stops it.
 */
public final class Ahead<T> implements AutoCloseable {

    private static final int READY = 3;

    private final LongFunction<T> batchOf;
    private final Queue<Future<T>> ready = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(batches -> {
        Thread daemon = new Thread(batches, "batches");
        daemon.setDaemon(true);
        return daemon;
    });
    private long step;

    /** Starts preparing the batch of {@code firstStep}. */
    public Ahead(long firstStep, LongFunction<T> batchOf) {
        this.batchOf = batchOf;
        this.step = firstStep;
        for (int i = 0; i < READY; i++) {
            prepare();
        }
    }

    private void prepare() {
        long next = step++;
        ready.add(thread.submit(() -> batchOf.apply(next)));
    }

    /**
     * The next step's batch.
     *
     * @throws IllegalStateException if it could not be prepared; its cause says why
     */
    public T next() {
        prepare();
        try {
            return ready.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a batch was prepared", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The batch of a step could not be prepared: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
