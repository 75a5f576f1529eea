package dev.specula.training;

import dev.specula.training.data.HeadTokens;
import dev.specula.training.sound.WindowBatch;
import dev.specula.training.sound.WrittenWindow;
import dev.specula.training.sound.WrittenWindows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Batches of the windows of a folder: every window once before any comes again, each time in another order. */
final class WindowFeed {

    private final List<Path> files;
    private final HeadTokens head;
    private final int together;
    private final long seed;

    WindowFeed(List<Path> files, HeadTokens head, int together, long seed) {
        if (files.size() < together) {
            throw new IllegalArgumentException("A step takes " + together + " windows, but there are " + files.size()
                    + "; make more with speech-windows.");
        }
        this.files = List.copyOf(files);
        this.head = head;
        this.together = together;
        this.seed = seed;
    }

    /** The batch of {@code step}. */
    WindowBatch batch(long step) {
        long stepsARound = files.size() / together;
        List<Path> order = new ArrayList<>(files);
        Collections.shuffle(order, new Random(seed + step / stepsARound));
        int first = (int) (step % stepsARound) * together;
        return WindowBatch.of(read(order.subList(first, first + together)), head);
    }

    /** All windows, in batches. */
    List<WindowBatch> all() {
        List<WindowBatch> batches = new ArrayList<>();
        for (int first = 0; first < files.size(); first += together) {
            batches.add(WindowBatch.of(read(files.subList(first, Math.min(files.size(), first + together))), head));
        }
        return batches;
    }

    static List<WrittenWindow> read(List<Path> files) {
        List<WrittenWindow> windows = new ArrayList<>();
        try {
            for (Path file : files) {
                windows.add(WrittenWindows.read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read what the target wrote", e);
        }
        return windows;
    }
}
