package dev.specula.graphs.tokenizer;

import dev.specula.graphs.tokenizer.RegexNode.Choice;
import dev.specula.graphs.tokenizer.RegexNode.Kept;
import dev.specula.graphs.tokenizer.RegexNode.Letter;
import dev.specula.graphs.tokenizer.RegexNode.Repeat;
import dev.specula.graphs.tokenizer.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a regular expression of Oniguruma's syntax, which tokenizers are written in, as far as it tells how often it is tried.
 * Whether it is sound otherwise, the library says that runs it.
 */
final class RegexParser {
    private static final int DEEPEST = 16; // groups inside each other
    private static final Pattern COUNTS = Pattern.compile("\\{(\\d{1,6})?(,)?(\\d{1,6})?}");
    private static final Pattern OPTIONS = Pattern.compile("\\?([imsWDSP]*(?:-[ims]*)?)([:)])");
    private static final Pattern NAME = Pattern.compile("\\?<\\w+>");
    private static final String BRACED = "pPxo"; // escapes that a brace may follow
    private static final Map<String, Kept> LOOKS = Map.of(
            "?>", kept(true, false),
            "?=", kept(false, false),
            "?!", kept(false, true),
            "?<=", kept(false, false),
            "?<!", kept(false, true));

    private final String pattern;
    private int at;
    private int depth;

    private RegexParser(String pattern) {
        this.pattern = pattern;
    }

    /**
     * That of {@code pattern}.
     *
     * @throws IllegalArgumentException if it has a part that is not known here
     */
    static RegexNode parse(String pattern) {
        RegexParser parser = new RegexParser(pattern);
        RegexNode node = parser.choice();
        if (parser.at < pattern.length()) {
            throw parser.unknown(parser.at);
        }
        return node;
    }

    private static Kept kept(boolean always, boolean absent) {
        return new Kept(new Letter(Letter.ANY), always, absent);
    }

    /** To the end of the group. */
    private RegexNode choice() {
        if (++depth > DEEPEST) {
            throw unknown(at);
        }
        List<Sequence> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (skips("|"));
        depth--;
        return options.size() > 1 ? new Choice(options) : options.get(0);
    }

    private Sequence sequence() {
        List<RegexNode> parts = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(part()));
        }
        return new Sequence(parts);
    }

    private RegexNode part() {
        int start = at;
        if (skips("(")) {
            return group(start);
        }
        if (skips("[")) {
            letters(start);
            return new Letter(Letter.ANY);
        }
        if (skips("\\")) {
            return escaped(start);
        }
        int letter = pattern.codePointAt(at);
        at += Character.charCount(letter);
        return new Letter(".^$".indexOf(letter) >= 0 ? Letter.ANY : letter);
    }

    private RegexNode group(int start) {
        if (!pattern.startsWith("?", at) && !pattern.startsWith("*", at)) {
            return closed(choice(), start);
        }
        for (Map.Entry<String, Kept> look : LOOKS.entrySet()) {
            if (skips(look.getKey())) {
                Kept kind = look.getValue();
                return new Kept(closed(choice(), start), kind.always(), kind.absent());
            }
        }
        Matcher options = OPTIONS.matcher(pattern).region(at, pattern.length());
        if (options.lookingAt()) {
            at = options.end();
            // without a colon they hold to the end of the group around them, all of its options
            return options.group(2).equals(":") ? closed(choice(), start) : choice();
        }
        Matcher name = NAME.matcher(pattern).region(at, pattern.length());
        if (name.lookingAt()) {
            at = name.end();
            return closed(choice(), start);
        }
        throw unknown(start);
    }

    private RegexNode closed(RegexNode node, int start) {
        if (!skips(")")) {
            throw unknown(start);
        }
        return node;
    }

    /** To the end of the class, which may have others inside. A bracket that would close it at once is one of its letters. */
    private void letters(int start) {
        int open = 1;
        boolean first = true;
        skips("^");
        while (open > 0) {
            if (at >= pattern.length() || open > DEEPEST) {
                throw unknown(start);
            }
            char letter = pattern.charAt(at++);
            if (letter == '\\') {
                at++;
            } else if (letter == '[') {
                open++;
                skips("^");
                first = true;
                continue;
            } else if (letter == ']' && !first) {
                open--;
            }
            first = false;
        }
    }

    private RegexNode escaped(int start) {
        if (at >= pattern.length()) {
            throw unknown(start);
        }
        int letter = pattern.codePointAt(at);
        at += Character.charCount(letter);
        if (letter == 'g') { // calls a group, perhaps the one it stands in
            throw unknown(start);
        }
        if (letter == 'k' || (BRACED.indexOf(letter) >= 0 && pattern.startsWith("{", at))) {
            int end = pattern.indexOf(letter == 'k' ? '>' : '}', at);
            if (end < 0) {
                throw unknown(start);
            }
            at = end + 1;
        }
        return new Letter(Character.isLetterOrDigit(letter) ? Letter.ANY : letter);
    }

    private RegexNode repeated(RegexNode part) {
        RegexNode node = part;
        while (true) {
            if (skips("*")) {
                node = greedy(new Repeat(node, 0, RegexNode.UNBOUNDED));
            } else if (skips("+")) {
                node = greedy(new Repeat(node, 1, RegexNode.UNBOUNDED));
            } else if (skips("?")) {
                node = greedy(new Repeat(node, 0, 1));
            } else {
                Matcher counts = COUNTS.matcher(pattern).region(at, pattern.length());
                if (!counts.lookingAt() || (counts.group(1) == null && counts.group(3) == null)) {
                    return node; // or a brace that stands for itself
                }
                at = counts.end();
                node = counted(node, counts);
            }
        }
    }

    /** As it is, with the least first, or as often as can be and no less. */
    private RegexNode greedy(Repeat repeat) {
        if (skips("+")) {
            return new Kept(repeat, true, false);
        }
        skips("?");
        return repeat;
    }

    /** A plus behind it repeats it, and a question mark behind a single count makes it optional. */
    private RegexNode counted(RegexNode node, Matcher counts) {
        boolean single = counts.group(2) == null;
        int least = counts.group(1) == null ? 0 : Integer.parseInt(counts.group(1));
        int most = single ? least : counts.group(3) == null ? RegexNode.UNBOUNDED : Integer.parseInt(counts.group(3));
        if (!single) {
            skips("?");
        }
        return new Repeat(node, Math.min(least, most), Math.max(least, most));
    }

    private boolean skips(String text) {
        boolean there = pattern.startsWith(text, at);
        if (there) {
            at += text.length();
        }
        return there;
    }

    private IllegalArgumentException unknown(int start) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "has \"%s\", which is not known",
                pattern.substring(start, Math.min(start + 8, pattern.length()))));
    }
}
