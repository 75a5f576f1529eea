package dev.specula.hub;

/** Hears how a download goes on. Called on the thread that downloads; must be quick. */
@FunctionalInterface
public interface TransferListener {
    /** Hears nothing. */
    TransferListener NONE = (file, bytes, size) -> {};

    /**
     * Some more bytes of a file have arrived.
     *
     * @param file its path in the repository
     * @param bytes of it that are here, those of earlier attempts included; {@code size} once it is whole and checked
     * @param size of the whole
     */
    void transferred(String file, long bytes, long size);
}
