package dev.specula.training.sound;

import java.util.Arrays;
import java.util.List;

/**
 * Words written wrongly, left out or made up, of so many said: the fewest edits from one to the other. Full stops and commas do
 * not count.
 */
public record WordErrors(int errors, int words) {

    /** The errors of {@code written} where {@code said} is right. */
    public static WordErrors of(String said, String written) {
        List<String> right = words(said);
        List<String> found = words(written);
        int[] before = new int[found.size() + 1];
        Arrays.setAll(before, index -> index);
        for (int row = 1; row <= right.size(); row++) {
            int[] now = new int[found.size() + 1];
            now[0] = row;
            for (int column = 1; column <= found.size(); column++) {
                int changed = right.get(row - 1).equals(found.get(column - 1)) ? 0 : 1;
                now[column] = Math.min(before[column - 1] + changed, 1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return new WordErrors(before[found.size()], right.size());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.replaceAll("[.,]", " ").split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Both together. */
    public WordErrors plus(WordErrors other) {
        return new WordErrors(errors + other.errors, words + other.words);
    }

    /** Errors by words said. */
    public double rate() {
        return (double) errors / Math.max(1, words);
    }

    @Override
    public String toString() {
        return "%.4f (%d of %d)".formatted(rate(), errors, words);
    }
}
