package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash of everything that decides the bytes of a graph. */
final class Fingerprint {
    private static final int PIECE = 1 << 24;
    private static final int KEPT_BYTES = 12;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
        return this;
    }

    Fingerprint add(WeightBytes bytes) {
        for (long at = 0; at < bytes.size(); at += PIECE) {
            digest.update(bytes.piece(at, (int) Math.min(PIECE, bytes.size() - at)));
        }
        return this;
    }

    /** Letters and digits; ends the hash. */
    String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
    }
}
