package dev.specula.media;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Says what the beginning of a file that is no readable picture looks like. */
final class FirstBytes {
    private static final int SHOWN = 12;

    private FirstBytes() {}

    /** For example {@code 25 50 44 46 2d 31 2e 37 ("%PDF-1.7", a PDF document)}. */
    static String describe(byte[] bytes) {
        int shown = Math.min(SHOWN, bytes.length);
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
        String text = new String(bytes, 0, shown, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
        return hex + " (\"" + text + "\", " + kind(bytes) + ")";
    }

    private static String kind(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
        String trimmed = start.stripLeading();
        if (start.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (start.startsWith("PK")) {
            return "a ZIP archive or an office document";
        }
        if (start.startsWith("\u001f\u008b")) {
            return "a gzip archive";
        }
        if (start.startsWith("ftyp", 4)) {
            return start.startsWith("hei", 8) || start.startsWith("avif", 8)
                    ? "a HEIC or AVIF picture, which is not read"
                    : "an MP4 or QuickTime film";
        }
        if (trimmed.startsWith("<svg") || trimmed.startsWith("<?xml")) {
            return "XML or an SVG drawing, which is not read";
        }
        if (trimmed.startsWith("<")) {
            return "an HTML page: was an error page saved instead of the picture?";
        }
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            return "JSON";
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8") || start.startsWith("GIF8")) {
            return "the start of a picture whose rest is broken";
        }
        return start.chars().allMatch(c -> (c >= 32 && c < 127) || Character.isWhitespace(c)) ? "text" : "unknown";
    }
}
