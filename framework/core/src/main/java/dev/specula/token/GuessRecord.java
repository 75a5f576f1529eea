package dev.specula.token;

/** How often guesses came true, each kind by itself, and whether they are worth their row. Faded, so that a change is noticed. */
final class GuessRecord {
    private final Kind[] kinds;

    /** A round counts {@code memory} times as much as the next one. */
    GuessRecord(double memory) {
        this.kinds =
                new Kind[] {new Kind(Recall.LAST, memory), new Kind(Recall.MODEL, memory), new Kind(Recall.PAIR, memory)
                };
    }

    /** Counts a round without draft. */
    void count(Recall recall, boolean cameTrue) {
        for (Kind kind : kinds) {
            kind.count(kind.recall == recall, cameTrue);
        }
    }

    /** Whether a second row for such a guess gains more tokens than it takes time, where passes of one and two rows take so long. */
    boolean pays(Recall recall, double one, double two) {
        for (Kind kind : kinds) {
            if (kind.recall == recall) {
                return kind.pays(one, two);
            }
        }
        return false;
    }

    /** Tokens per time of rounds without draft that compute the guesses that pay. */
    double tokensPerTime(double one, double two) {
        double tokens = 1;
        double time = one;
        for (Kind kind : kinds) {
            if (kind.pays(one, two)) {
                tokens += kind.right();
                time += kind.made() * (two - one);
            }
        }
        return tokens / time;
    }

    private static final class Kind {
        private static final double BELIEF = 0.25; // that a guess comes true, before there was one

        private final Recall recall;
        private final FadingShare made; // of rounds without draft, those that had such a guess
        private final FadingShare right; // of such guesses, those that came true

        Kind(Recall recall, double memory) {
            this.recall = recall;
            this.made = new FadingShare(memory);
            this.right = new FadingShare(memory);
        }

        void count(boolean had, boolean cameTrue) {
            made.fade();
            made.count(had);
            if (had) {
                right.fade();
                right.count(cameTrue);
            }
        }

        boolean pays(double one, double two) {
            return (1 + right.believing(BELIEF)) * one > two;
        }

        double made() {
            return made.believing(0);
        }

        /** The share of rounds without draft that had such a guess and it came true. */
        double right() {
            return made() * right.believing(BELIEF);
        }
    }
}
