package dev.specula.spring;

import org.springframework.context.SmartLifecycle;

/**
 * Closes the decoding threads after the web server has stopped and before any bean is destroyed, so that no pass runs on a
 * model that is being closed; opens them again where the context is started again.
 */
final class DecodingLifecycle implements SmartLifecycle {
    private static final int AFTER_WEB_SERVERS = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final DecodingPool pool;
    private volatile boolean running;

    DecodingLifecycle(DecodingPool pool) {
        this.pool = pool;
    }

    @Override
    public void start() {
        pool.open(); // a context may be stopped and started again
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        pool.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_WEB_SERVERS;
    }
}
