package dev.specula.codegen.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names in messages. */
final class Listed {
    /** The names in quotes, with commas between them. */
    static String quoted(Collection<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** The values as an annotation has them: in braces unless there is one. */
    static String braced(Collection<?> values) {
        String joined = values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return values.size() == 1 ? joined : "{" + joined + "}";
    }

    /** The name of {@code names} that {@code written} was probably meant to be. */
    static Optional<String> nearest(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> edits(written, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> edits(written, name)));
    }

    /** The least number of letters to insert, drop or replace (Levenshtein 1965), upper and lower case alike. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < above.length; column++) {
                boolean isSame =
                        Character.toLowerCase(from.charAt(row - 1)) == Character.toLowerCase(to.charAt(column - 1));
                int replaced = above[column - 1] + (isSame ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }

    private Listed() {}
}
