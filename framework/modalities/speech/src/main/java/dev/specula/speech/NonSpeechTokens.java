package dev.specula.speech;

import dev.specula.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tokens that write no speech, such as brackets around what speakers do and notes of music: what Whisper never says. */
final class NonSpeechTokens {
    private static final String SIGNS = "\"#()*+/:;<=>@[\\]^_`{|}~「」『』";
    private static final List<String> GROUPS = List.of(
            "<<", ">>", "<<<", ">>>", "--", "---", "-(", "-[", "('", "(\"", "((", "))", "(((", ")))", "[[", "]]", "{{",
            "}}", "♪♪", "♪♪♪");
    private static final Set<String> MUSIC = Set.of("♩", "♪", "♫", "♬", "♭", "♮", "♯");

    private NonSpeechTokens() {}

    /** Those of {@code vocabulary}: signs that are one token, alone or after a space, and whatever begins a sign of music. */
    static Set<Integer> of(Vocabulary vocabulary) {
        Set<Integer> tokens = new TreeSet<>();
        // Hyphens and apostrophes may stand inside words, not begin them.
        tokens.add(vocabulary.encode(" -")[0]);
        tokens.add(vocabulary.encode(" '")[0]);
        Stream<String> signs = Arrays.stream(SIGNS.split("", -1)).filter(sign -> !sign.isEmpty());
        Stream.of(signs, GROUPS.stream(), MUSIC.stream())
                .flatMap(each -> each)
                .forEach(sign -> Stream.of(sign, " " + sign).forEach(written -> {
                    int[] encoded = vocabulary.encode(written);
                    if (encoded.length == 1 || (MUSIC.contains(sign) && encoded.length > 0)) {
                        tokens.add(encoded[0]);
                    }
                }));
        return tokens;
    }
}
