package dev.specula.hub;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A body that breaks off where nothing arrives for some time: the HTTP client's timeout ends when the headers are here, and a
 * connection that a router forgot would be waited for without end. Not thread-safe.
 */
final class ImpatientBody extends FilterInputStream {
    private final Duration patience;
    private volatile boolean closed;
    private volatile boolean waiting;
    private volatile long since; // when the waiting began
    private volatile boolean stalled;

    ImpatientBody(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
        lookAfter(patience.toNanos());
    }

    private void lookAfter(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::look);
    }

    private void look() {
        if (closed) {
            return;
        }
        long left = waiting ? patience.toNanos() - (System.nanoTime() - since) : patience.toNanos();
        if (left > 0) {
            lookAfter(left);
            return;
        }
        stalled = true;
        try {
            in.close(); // whoever reads wakes up
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        since = System.nanoTime();
        waiting = true;
        int read;
        try {
            read = in.read(into, offset, length);
        } catch (IOException e) {
            throw stalled ? new IOException(stall(), e) : e;
        } finally {
            waiting = false;
        }
        if (stalled) {
            throw new IOException(stall());
        }
        return read;
    }

    private String stall() {
        return "nothing arrived for " + patience.toMillis() / 1000.0 + " s";
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
