package dev.specula.graphs.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.tokenizer.RegexNode.Choice;
import dev.specula.graphs.tokenizer.RegexNode.Kept;
import dev.specula.graphs.tokenizer.RegexNode.Letter;
import dev.specula.graphs.tokenizer.RegexNode.Repeat;
import dev.specula.graphs.tokenizer.RegexNode.Sequence;
import dev.specula.graphs.tokenizer.RegexNode.Tries;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Bounds against matchers that go back and count. */
class RegexNodeTests {
    private static final int LENGTH = 7;
    private static final double GIVE_UP = 20_000;

    @Test
    void noMatcherGoesBackMoreOftenThanIsSaid() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        int bounded = 0;
        int reached = 0;
        for (int trial = 0; trial < 10_000; trial++) {
            String pattern = pattern(random, 2 + random.nextInt(3));
            RegexNode node = RegexParser.parse(pattern);
            double bound = node.before(Tries.END, LENGTH).most();
            if (bound >= GIVE_UP) {
                continue;
            }
            bounded++;
            double most = 0;
            BacktrackingMatcher matcher = new BacktrackingMatcher(random.nextInt());
            for (int text = 0; text < 1 << LENGTH; text++) {
                most = Math.max(most, matcher.failures(node, text));
            }
            assertThat(most).as(pattern).isLessThanOrEqualTo(bound);
            reached += most > bound / 2 ? 1 : 0;
        }
        assertThat(bounded).isGreaterThan(5_000);
        assertThat(reached).isGreaterThan(bounded / 4);
    }

    private static String pattern(RandomGenerator random, int depth) {
        if (depth == 0) {
            return List.of("a", "b", "[ab]", ".").get(random.nextInt(4));
        }
        String one = pattern(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> one + pattern(random, depth - 1);
            case 3 -> "(?:" + one + "|" + pattern(random, depth - 1) + ")";
            case 4 -> List.of("(?>", "(?=", "(?!").get(random.nextInt(3)) + one + ")";
            default ->
                "(?:" + one + ")"
                        + List.of("*", "+", "?", "*?", "{1,3}", "{2}", "++", "*+")
                                .get(random.nextInt(8));
        };
    }

    /** Goes through texts of two letters as the library does, and counts how often it goes back. */
    private static final class BacktrackingMatcher {
        private final int seed;
        private final IdentityHashMap<Letter, Integer> classes = new IdentityHashMap<>();
        private int text;
        private int failures;

        BacktrackingMatcher(int seed) {
            this.seed = seed;
        }

        int failures(RegexNode node, int text) {
            this.text = text;
            failures = 0;
            matches(node, 0, end -> true);
            return failures;
        }

        private boolean matches(RegexNode node, int at, IntPredicate next) {
            if (node instanceof Letter letter) {
                return takes(letter, at) ? next.test(at + 1) : fails();
            } else if (node instanceof Sequence sequence) {
                return matches(sequence.parts(), at, next);
            } else if (node instanceof Choice choice) {
                return choice.options().stream().anyMatch(option -> matches(option, at, next));
            }
            return node instanceof Repeat repeat ? matches(repeat, 0, at, next) : matches((Kept) node, at, next);
        }

        private boolean matches(List<RegexNode> parts, int at, IntPredicate next) {
            return parts.isEmpty()
                    ? next.test(at)
                    : matches(parts.get(0), at, end -> matches(parts.subList(1, parts.size()), end, next));
        }

        private boolean matches(Repeat repeat, int times, int at, IntPredicate next) {
            IntPredicate again = end ->
                    (end == at && times >= repeat.least()) ? next.test(at) : matches(repeat, times + 1, end, next);
            return (times < repeat.most() && matches(repeat.part(), at, again))
                    || (times >= repeat.least() && next.test(at));
        }

        private boolean matches(Kept kept, int at, IntPredicate next) {
            int[] end = {at};
            boolean there = matches(kept.part(), at, found -> {
                end[0] = found;
                return true;
            });
            if (there == kept.absent()) {
                return there && fails();
            }
            return next.test(kept.always() ? end[0] : at);
        }

        private boolean takes(Letter letter, int at) {
            if (at >= LENGTH) {
                return false;
            }
            int bit = text >> at & 1;
            return letter.letter() == Letter.ANY
                    ? (classes.computeIfAbsent(letter, each -> 1 + Math.floorMod(seed * 31 + classes.size() * 7, 3))
                                            >> bit
                                    & 1)
                            != 0
                    : letter.letter() == 'a' + bit;
        }

        private boolean fails() {
            failures++;
            return false;
        }
    }
}
