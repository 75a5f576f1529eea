package dev.specula.hub;

import dev.specula.model.ModelLoadException;
import java.util.regex.Pattern;

/** Names that a server gives and that become names of files here. */
final class RemoteName {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final Pattern ETAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");
    private static final Pattern PIECE = Pattern.compile("[^/\\\\:\\x00-\\x1f]+");

    private RemoteName() {}

    /** A path inside a repository; returns it. */
    static String check(String path) {
        for (String piece : path.split("/", -1)) {
            if (piece.equals(".") || piece.equals("..") || !PIECE.matcher(piece).matches()) {
                throw refused("A file of a repository", "a relative path without \"..\"", path);
            }
        }
        return path;
    }

    static String commit(String commit) {
        if (!COMMIT.matcher(commit).matches()) {
            throw refused("A commit", "hexadecimal digits", commit);
        }
        return commit;
    }

    /** The checksum inside an ETag header. */
    static String etag(String header) {
        String etag = header.replaceFirst("^W/", "").replace("\"", "");
        if (!ETAG.matcher(etag).matches()) {
            throw refused("An ETag", "letters, digits, hyphens and underscores", header);
        }
        return etag;
    }

    private static ModelLoadException refused(String what, String required, String found) {
        return new ModelLoadException(what + " must be " + required + ", but the hub said \"" + found + "\".");
    }
}
