package dev.specula.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps other threads and other processes from downloading the same content at the same time. */
final class HubLock {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private HubLock() {}

    /** What is done while nobody else holds the lock. */
    interface Action {
        void run() throws IOException;
    }

    /** Waits until nobody else holds the lock {@code file}, then runs the action. */
    static void hold(Path file, Action action) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (absolute.getParent() != null) {
            Files.createDirectories(absolute.getParent());
        }
        // A lock of the file system belongs to the whole process: threads need one of their own.
        ReentrantLock threads = THREADS.computeIfAbsent(absolute, path -> new ReentrantLock());
        threads.lock();
        try (FileChannel channel = FileChannel.open(absolute, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock processes = channel.lock();
            try {
                action.run();
            } finally {
                processes.release();
            }
        } finally {
            threads.unlock();
        }
    }
}
