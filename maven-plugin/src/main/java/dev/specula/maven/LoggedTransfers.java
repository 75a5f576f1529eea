package dev.specula.maven;

import dev.specula.hub.TransferListener;
import java.util.Locale;
import java.util.function.Consumer;

/** Says each tenth of a large file, and each small one when it is there. */
final class LoggedTransfers implements TransferListener {
    private static final long LARGE = 10_000_000;

    private final Consumer<String> says;
    private String file = "";
    private long tenths;

    LoggedTransfers(Consumer<String> says) {
        this.says = says;
    }

    @Override
    public void transferred(String current, long bytes, long size) {
        if (!current.equals(file)) {
            file = current;
            tenths = 0;
        }
        if (bytes == size) {
            says.accept(current + ": " + megabytes(size) + " MB");
        } else if (size >= LARGE && bytes * 10 / size > tenths) {
            tenths = bytes * 10 / size;
            says.accept(current + ": " + megabytes(bytes) + " of " + megabytes(size) + " MB (" + tenths * 10 + " %)");
        }
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
