package dev.specula.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checks contents against what the hub calls them. */
final class Checksum {
    private static final int SHA256_DIGITS = 64;
    private static final int SHA1_DIGITS = 40;
    private static final int PIECE = 1 << 20;

    private Checksum() {}

    /** Whether the content of {@code file} is what {@code etag} stands for; also if the etag is no checksum we know. */
    static boolean holds(Path file, String etag) throws IOException {
        if (!etag.matches("[0-9a-f]+")) {
            return true;
        }
        return switch (etag.length()) {
            case SHA256_DIGITS -> hash("SHA-256", new byte[0], file).equals(etag);
            case SHA1_DIGITS -> hash("SHA-1", blobHeader(file), file).equals(etag);
            default -> true;
        };
    }

    /** What Git puts before the content of a file to hash it. */
    private static byte[] blobHeader(Path file) throws IOException {
        return ("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static String hash(String algorithm, byte[] before, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(before);
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has " + algorithm + ".", e);
        }
    }
}
