package dev.specula.codegen.writing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences of generated Javadoc. */
final class Prose {
    private static final Pattern WORD = Pattern.compile("(?:\\{@[^}]*\\}|\\S)+");
    private static final int WIDTH = 115; // of 120 columns, less the star before a line

    /** Breaks {@code paragraphs} into lines; an inline tag is one word. */
    static String fill(String... paragraphs) {
        StringBuilder filled = new StringBuilder();
        for (String paragraph : paragraphs) {
            filled.append(filled.isEmpty() ? "" : "\n\n<p>");
            int column = filled.length() - (filled.lastIndexOf("\n") + 1);
            String gap = "";
            Matcher words = WORD.matcher(paragraph);
            while (words.find()) {
                String word = words.group();
                if (column + gap.length() + word.length() > WIDTH) {
                    filled.append('\n');
                    gap = "";
                    column = 0;
                }
                filled.append(gap).append(word);
                column += gap.length() + word.length();
                gap = " ";
            }
        }
        return filled.append('\n').toString();
    }

    private Prose() {}
}
