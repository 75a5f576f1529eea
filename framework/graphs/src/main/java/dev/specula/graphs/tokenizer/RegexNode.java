package dev.specula.graphs.tokenizer;

import java.util.List;

/** A part of a regular expression as a backtracking matcher goes through it: which letters it takes is not looked at. */
sealed interface RegexNode {
    /** The greatest count of a repetition without one. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /**
     * How often a matcher goes back at most, from one place on.
     *
     * @param failing where nothing matches in the end
     * @param matching where something does
     * @param certain whether something always does
     */
    record Tries(double failing, double matching, boolean certain) {
        /** Behind the last part. */
        static final Tries END = new Tries(0, 0, true);

        private static final double ENOUGH = 1e12; // nobody waits for more, and more of them stay finite
        private static final Tries ENDLESS = new Tries(ENOUGH, ENOUGH, false);

        public Tries {
            failing = Math.min(failing, ENOUGH);
            matching = Math.min(matching, ENOUGH);
        }

        /** Either way. */
        double most() {
            return Math.max(failing, matching);
        }

        private boolean isEndless() {
            return most() >= ENOUGH;
        }

        /** Of this, and of {@code other} where this fails. */
        private Tries or(Tries other) {
            return certain
                    ? this
                    : new Tries(failing + other.failing, Math.max(matching, failing + other.matching), other.certain);
        }
    }

    /** The tries of this part and of what follows, in a text of {@code length} characters. */
    Tries before(Tries rest, int length);

    /** Whether it takes one text at most from each place. */
    boolean isSingleWay();

    /**
     * A letter, a class of letters, or a place between two.
     *
     * @param letter the letter, or {@link #ANY}
     */
    record Letter(int letter) implements RegexNode {
        /** One of several. */
        static final int ANY = -1;

        @Override
        public Tries before(Tries rest, int length) {
            return new Tries(Math.max(1, rest.failing()), rest.matching(), false);
        }

        @Override
        public boolean isSingleWay() {
            return true;
        }

        private boolean excludes(Letter other) {
            return isPlain() && other.isPlain() && Character.toLowerCase(letter) != Character.toLowerCase(other.letter);
        }

        /** Where case does not matter, others may stand for two: the German sharp s. */
        private boolean isPlain() {
            return letter >= 0 && letter < 128;
        }
    }

    /** Parts one after the other. */
    record Sequence(List<RegexNode> parts) implements RegexNode {
        @Override
        public Tries before(Tries rest, int length) {
            Tries tries = rest;
            for (int i = parts.size() - 1; i >= 0; i--) {
                tries = parts.get(i).before(tries, length);
            }
            return tries;
        }

        @Override
        public boolean isSingleWay() {
            return parts.stream().allMatch(RegexNode::isSingleWay);
        }

        /** Whether no text that starts as one does starts as the other: their letters differ before either ends. */
        private boolean excludes(Sequence other) {
            for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
                if (!(parts.get(i) instanceof Letter one) || !(other.parts.get(i) instanceof Letter two)) {
                    return false;
                }
                if (one.excludes(two)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The first of several that matches, together with what follows. */
    record Choice(List<Sequence> options) implements RegexNode {
        @Override
        public Tries before(Tries rest, int length) {
            Tries tries = options.get(0).before(rest, length);
            for (Sequence option : options.subList(1, options.size())) {
                tries = tries.or(option.before(rest, length));
            }
            return tries;
        }

        @Override
        public boolean isSingleWay() {
            for (int i = 0; i < options.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (!options.get(i).excludes(options.get(j))) {
                        return false;
                    }
                }
            }
            return options.stream().allMatch(Sequence::isSingleWay);
        }
    }

    /**
     * A part several times.
     *
     * @param least how often at least
     * @param most how often at most, or {@link #UNBOUNDED}
     */
    record Repeat(RegexNode part, int least, int most) implements RegexNode {
        @Override
        public Tries before(Tries rest, int length) {
            int times = Math.min(most, length);
            Tries once = part.before(Tries.END, length);
            double taken = times * once.matching();
            double matching = taken + (least == most ? 0 : once.failing()) + rest.matching();
            if (rest.certain()) { // no time more is ever taken back
                Tries more = new Tries(0, matching, true);
                return part.isSingleWay() && least > 0
                        ? new Tries(taken + once.failing(), matching, false)
                        : required(more, length);
            }
            if (part.isSingleWay()) {
                double shorter = Math.max(0, times - least) * rest.failing();
                return new Tries(taken + once.failing() + shorter + rest.failing(), matching + shorter, false);
            }
            return most == UNBOUNDED ? Tries.ENDLESS : required(optional(rest, length), length);
        }

        private Tries optional(Tries rest, int length) {
            Tries tries = rest;
            for (int time = least; time < most && !tries.isEndless(); time++) {
                tries = part.before(tries, length).or(rest);
            }
            return tries;
        }

        private Tries required(Tries rest, int length) {
            Tries tries = rest;
            Tries fewer = null;
            for (int time = 0; time < least && !tries.equals(fewer) && !tries.isEndless(); time++) {
                fewer = tries;
                tries = part.before(tries, length);
            }
            return tries;
        }

        @Override
        public boolean isSingleWay() {
            return least == most && part.isSingleWay();
        }
    }

    /**
     * A part whose first match is kept, as in {@code (?>a*)} and {@code a*+}, or looked for alone, as in {@code (?=a)} and
     * {@code (?!a)}.
     *
     * @param always whether it matches wherever its part does, and goes on behind it
     * @param absent whether the part must not be there
     */
    record Kept(RegexNode part, boolean always, boolean absent) implements RegexNode {
        @Override
        public Tries before(Tries rest, int length) {
            Tries within = part.before(Tries.END, length);
            if (absent) {
                return new Tries(
                        Math.max(within.matching() + 1, within.failing() + rest.failing()),
                        within.failing() + rest.matching(),
                        false);
            }
            return new Tries(
                    Math.max(within.failing(), within.matching() + rest.failing()),
                    within.matching() + rest.matching(),
                    always && within.certain() && rest.certain());
        }

        @Override
        public boolean isSingleWay() {
            return true;
        }
    }
}
