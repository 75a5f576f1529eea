package dev.specula.spring;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes answers on a bounded number of platform threads of its own, with a bounded queue before them. Native passes would
 * pin a virtual thread to its carrier, and more answers at once than cores make each of them slower. Thread-safe.
 */
public final class DecodingPool implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final int answers;
    private final int waiting;
    private volatile ThreadPoolExecutor executor;
    private final LongAdder rejected = new LongAdder();

    /** Decodes at most {@code answers} answers at once and lets {@code waiting} more wait. */
    public DecodingPool(int answers, int waiting) {
        this.answers = answers;
        this.waiting = waiting;
        this.executor = threads();
    }

    private ThreadPoolExecutor threads() {
        BlockingQueue<Runnable> queue = waiting == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(waiting);
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                answers, answers, IDLE.toMillis(), TimeUnit.MILLISECONDS, queue, new DecodingThreads());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Takes answers again after {@link #close}. */
    public synchronized void open() {
        if (executor.isShutdown()) {
            executor = threads();
        }
    }

    /**
     * Decodes {@code answer} as soon as a thread is free. To cancel the task interrupts its thread, which ends an answer
     * before its next round.
     *
     * @throws AnswerRejectedException if the queue is full
     * @throws IllegalStateException after {@link #close}
     */
    public <T> FutureTask<T> submit(Callable<T> answer) {
        FutureTask<T> task = new FutureTask<>(answer);
        if (Thread.currentThread() instanceof DecodingThread) {
            task.run(); // asked for by an answer's own listener: waiting for its own thread would never end
            return task;
        }
        try {
            executor.execute(task);
        } catch (RejectedExecutionException full) {
            if (executor.isShutdown()) {
                throw new IllegalStateException("Answers must be asked for before the application closes.", full);
            }
            rejected.increment();
            throw new AnswerRejectedException(answers, waiting);
        }
        return task;
    }

    /**
     * Decodes {@code answer} and waits for it. When the waiting thread is interrupted, which it stays, an answer that was not
     * begun is given up; the thread of one that was is interrupted, which ends it before its next round, and what it has said until
     * then is returned.
     *
     * @throws AnswerRejectedException if the queue is full
     * @throws CancellationException if the thread was interrupted before the answer began, or the pool was closed
     */
    public <T> T decode(Callable<T> answer) {
        Interruptible<T> interruptible = new Interruptible<>(answer);
        FutureTask<T> task = submit(interruptible);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (executor.remove(task)) {
                        throw new CancellationException("The answer was given up before it began.");
                    }
                    interruptible.interrupt();
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /** Cancels {@code task} and gives up its place in the queue. */
    public void cancel(FutureTask<?> task) {
        task.cancel(true);
        executor.remove(task);
    }

    /** Answers being decoded now, roughly. */
    public int active() {
        return executor.getActiveCount();
    }

    /** Answers that wait. */
    public int queued() {
        return executor.getQueue().size();
    }

    /** Answers rejected so far. */
    public long rejected() {
        return rejected.sum();
    }

    /** Most answers decoded at once. */
    public int answers() {
        return answers;
    }

    /** Most answers that wait. */
    public int waiting() {
        return waiting;
    }

    /** Cancels all answers and waits for their last rounds: models are closed after this. */
    @Override
    public void close() {
        executor.shutdownNow().forEach(waiting -> ((FutureTask<?>) waiting).cancel(false));
        try {
            executor.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer whose thread can be interrupted while it decodes, and at no other time: the next answer is another's. */
    private static final class Interruptible<T> implements Callable<T> {
        private final Callable<T> answer;
        private @Nullable Thread thread;
        private boolean interrupted;

        Interruptible(Callable<T> answer) {
            this.answer = answer;
        }

        @Override
        public T call() throws Exception {
            begin();
            try {
                return answer.call();
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
        }

        private synchronized void end() {
            thread = null;
            if (interrupted) {
                Thread.interrupted();
            }
        }

        synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private static final class DecodingThreads implements ThreadFactory {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            return new DecodingThread(work, "specula-answer-" + made.incrementAndGet());
        }
    }

    private static final class DecodingThread extends Thread {
        DecodingThread(Runnable work, String name) {
            super(work, name);
            setDaemon(true);
        }
    }
}
