package dev.specula.graphs;

import java.util.function.Function;
import java.util.function.LongBinaryOperator;

/**
 * Values of a config.json as a description asks for them. A term is a key, a number, {@code true}, {@code false} or a {@code
 * 'text'}; of whole numbers also {@code key * number} and {@code key / key}; terms joined by {@code or} are tried in their
 * order, and a key counts as missing where it is null.
 */
final class ConfigTerms {
    private final JsonConfig config;

    ConfigTerms(JsonConfig config) {
        this.config = config;
    }

    int integer(String terms) {
        return first(terms, this::wholeNumber);
    }

    /** A whole number between 1 and {@code most}. */
    int size(String terms, int most) {
        int size = integer(terms);
        if (size < 1 || size > most) {
            throw config.refused(terms, "between 1 and " + most, size);
        }
        return size;
    }

    /** A number that is greater than 0. */
    double positive(String terms) {
        double number = number(terms);
        if (number <= 0) {
            throw config.refused(terms, "greater than 0", number);
        }
        return number;
    }

    double number(String terms) {
        return first(terms, term -> isLiteral(term) ? Double.parseDouble(term) : config.number(term));
    }

    boolean flag(String terms) {
        return first(terms, term -> isLiteral(term) ? Boolean.parseBoolean(term) : config.flag(term));
    }

    String text(String terms) {
        return first(terms, term -> isLiteral(term) ? term.substring(1, term.length() - 1) : config.text(term));
    }

    /** The value of the first term whose keys are all there; of the last, with its complaint, if there is none. */
    private <T> T first(String terms, Function<String, T> value) {
        String[] each = terms.split(" or ", -1);
        for (String term : each) {
            if (isThere(term)) {
                return value.apply(term);
            }
        }
        return value.apply(each[each.length - 1]);
    }

    private boolean isThere(String term) {
        for (String part : term.split(" [*/] ", -1)) {
            if (!isLiteral(part) && !config.has(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLiteral(String term) {
        return term.matches("'.*'|[0-9.][0-9.eE-]*|true|false");
    }

    private int wholeNumber(String term) {
        if (term.contains(" * ")) {
            return calculated(term, " \\* ", (left, right) -> left * right);
        }
        if (term.contains(" / ")) {
            return calculated(term, " / ", (left, right) -> left / right);
        }
        return isLiteral(term) ? Integer.parseInt(term) : config.integer(term);
    }

    private int calculated(String term, String operator, LongBinaryOperator operation) {
        String[] parts = term.split(operator, -1);
        int left = wholeNumber(parts[0]);
        int right = wholeNumber(parts[1]);
        if (right < 1) {
            throw config.refused(parts[1], "at least 1", Integer.toString(right));
        }
        long result = operation.applyAsLong(left, right);
        if (result != (int) result) {
            throw config.refused(parts[0], "a size of 31 bits when taken" + operator.replace("\\", "") + right, left);
        }
        return (int) result;
    }
}
