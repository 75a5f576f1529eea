package dev.specula.codegen.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays generated source out as a person's formatter would: short Javadoc on one line, private fields together, and long lines
 * broken after an assignment, else after the parenthesis that opens an argument list, else at each of its commas.
 */
final class Layout {
    private static final int COLUMNS = 120;
    private static final String CONTINUED = "        ";
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^( *@[\\w.]+\\()\\n\\s*([^\\n]*)\\n\\s*\\)$");
    private static final Pattern ANNOTATION_ARRAY = Pattern.compile("(?m)^( *@[\\w.]+\\(\\{)\\n([^()]*?)\\n *\\}\\)$");
    private static final Pattern PARAMETERS = Pattern.compile("(?m)^(    (?! |\\*)[^\\n]*,)\\n            (?=\\S)");
    private static final Pattern PRIVATE_FIELDS =
            Pattern.compile("(?m)^(    private (static |)final [^\\n]*;)\\n\\n(?=    private \\2final [^\\n]*;$)");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *\\}");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Lays {@code source} out anew. */
    static String of(String source) {
        String laidOut = SHORT_JAVADOC.matcher(source).replaceAll("$1/** $2 */");
        laidOut = ANNOTATION.matcher(laidOut).replaceAll("$1$2)");
        laidOut = ANNOTATION_ARRAY
                .matcher(laidOut)
                .replaceAll(array -> Matcher.quoteReplacement(
                        array.group(1) + array.group(2).strip().replaceAll(",\\n *", ", ") + "})"));
        laidOut = repeat(PARAMETERS, laidOut, "$1 ");
        laidOut = repeat(PRIVATE_FIELDS, laidOut, "$1\n");
        laidOut = EMPTY_BODY.matcher(laidOut).replaceAll("{}");
        List<String> lines = new ArrayList<>();
        laidOut.lines().forEach(line -> lines.addAll(line.length() > COLUMNS ? broken(line) : List.of(line)));
        return String.join("\n", lines) + "\n";
    }

    /** Replaces until nothing is left to replace: what a match looks ahead to may start the next. */
    private static String repeat(Pattern pattern, String text, String replacement) {
        String replaced = pattern.matcher(text).replaceFirst(replacement);
        return replaced.equals(text) ? text : repeat(pattern, replaced, replacement);
    }

    private static List<String> broken(String line) {
        String shape = STRING.matcher(line)
                .replaceAll(string -> "_".repeat(string.group().length()));
        int open = opening(shape);
        if (open < 0 || line.strip().startsWith("*") || line.strip().startsWith("/*")) {
            return List.of(line);
        }
        String indent = line.substring(0, line.length() - line.stripLeading().length()) + CONTINUED;
        int assignment = shape.indexOf(" = ");
        if (assignment >= 0 && assignment < open && indent.length() + line.length() - assignment - 3 <= COLUMNS) {
            return List.of(line.substring(0, assignment + 2), indent + line.substring(assignment + 3));
        }
        List<String> lines = new ArrayList<>(List.of(line.substring(0, open + 1)));
        String arguments = line.substring(open + 1);
        if (indent.length() + arguments.length() <= COLUMNS) {
            lines.add(indent + arguments);
            return lines;
        }
        int start = 0;
        for (int comma : commas(shape.substring(open + 1))) {
            lines.add(indent + arguments.substring(start, comma + 1));
            start = comma + 2;
        }
        lines.add(indent + arguments.substring(start));
        return lines;
    }

    /** The parenthesis that belongs to the last one which closes what this line opens; -1 if there is none. */
    private static int opening(String shape) {
        for (int close = shape.lastIndexOf(')'); close >= 0; close = shape.lastIndexOf(')', close - 1)) {
            int depth = 0;
            for (int i = close; i >= 0; i--) {
                char character = shape.charAt(i);
                depth += character == ')' ? 1 : character == '(' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Where the arguments end that are not inside others. */
    private static List<Integer> commas(String shape) {
        List<Integer> commas = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < shape.length(); i++) {
            char character = shape.charAt(i);
            depth += "({<".indexOf(character) >= 0 ? 1 : ")}>".indexOf(character) >= 0 ? -1 : 0;
            if (character == ',' && depth == 0) {
                commas.add(i);
            }
        }
        return commas;
    }

    private Layout() {}
}
