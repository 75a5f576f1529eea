package dev.specula.hub;

import dev.specula.model.ModelLoadException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model on a hub, written {@code hf://owner/name[@revision][/path]}.
 *
 * @param repository owner and name with a slash between them
 * @param revision a branch, tag or commit; {@code main} where nobody says. A slash in it is written {@code %2F}
 * @param path a folder, GGUF file or exported graph inside; empty for the whole
 */
public record HubLocation(String repository, String revision, String path) {
    /** How locations on a hub start. */
    public static final String SCHEME = "hf://";

    private static final String MAIN = "main";
    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern LOCATION =
            Pattern.compile(SCHEME + "(" + WORD + "/" + WORD + ")(?:@([A-Za-z0-9._%-]+))?(?:/(.*))?");

    /** Checks that no part leads out of the repository. */
    public HubLocation {
        if (repository.contains("..") || repository.contains("--") || revision.contains("..")) {
            throw new ModelLoadException(
                    "Owner, name and revision must not contain \"..\", nor owner and name \"--\", but are" + " \""
                            + repository + "\" and \"" + revision + "\".");
        }
        if (!path.isEmpty()) {
            RemoteName.check(path);
        }
    }

    /**
     * Reads a location.
     *
     * @throws ModelLoadException if it is none
     */
    public static HubLocation of(String location) {
        Matcher parts = LOCATION.matcher(location);
        if (!parts.matches()) {
            throw new ModelLoadException(
                    "A model on a hub must be written hf://owner/name[@revision][/path], but was \"" + location
                            + "\".");
        }
        String revision = parts.group(2);
        String path = parts.group(3);
        return new HubLocation(
                parts.group(1),
                revision == null ? MAIN : revision.replace("%2F", "/"),
                path == null ? "" : path.replaceAll("/+$", ""));
    }

    /** Whether it names one GGUF file. */
    boolean isGguf() {
        return path.endsWith(".gguf");
    }

    /** Whether it names one exported graph. */
    boolean isOnnx() {
        return path.endsWith(OnnxExport.ENDING);
    }

    /** The folder inside that files are taken from, with a slash at its end; empty for the root. */
    String folder() {
        if (isGguf()) {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }
        if (isOnnx()) {
            return OnnxExport.root(path);
        }
        return path.isEmpty() ? "" : path + "/";
    }

    /** As it is written. */
    @Override
    public String toString() {
        return SCHEME
                + repository
                + (revision.equals(MAIN) ? "" : "@" + revision.replace("/", "%2F"))
                + (path.isEmpty() ? "" : "/" + path);
    }
}
