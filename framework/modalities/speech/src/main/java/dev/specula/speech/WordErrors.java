package dev.specula.speech;

import java.util.Arrays;
import java.util.Locale;

/**
 * Words that are missing, wrong or too many in transcripts, of all that were spoken: the word error rate. Case, punctuation and
 * marks such as timestamps do not count; numbers are not spelt out. Not thread-safe.
 */
public final class WordErrors {
    private int words;
    private int errors;

    /** No transcripts yet. */
    public WordErrors() {}

    /** Adds a transcript: fewest words to put in, take out or change that make {@code written} of {@code spoken}. */
    public void add(String spoken, String written) {
        String[] wanted = words(spoken);
        String[] found = words(written);
        words += wanted.length;
        int[] row = new int[found.length + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= wanted.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= found.length; j++) {
                int changed = diagonal + (wanted[i - 1].equals(found[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        errors += row[found.length];
    }

    /** Without marks, case and punctuation, hyphens standing for spaces. */
    private static String[] words(String text) {
        String plain = text.replaceAll("<\\|[^|]*\\|>", " ")
                .toLowerCase(Locale.ROOT)
                .replace("-", " ")
                .replaceAll("[^\\p{L}\\p{N}' ]", "")
                .strip();
        return plain.isEmpty() ? new String[0] : plain.split("\\s+", -1);
    }

    /** Words that were spoken. */
    public int words() {
        return words;
    }

    /** Words that are missing, wrong or too many. */
    public int errors() {
        return errors;
    }

    /** Errors for each spoken word; 0 where none was spoken. */
    public double rate() {
        return words == 0 ? 0 : errors / (double) words;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f (%d of %d)", rate(), errors, words);
    }
}
