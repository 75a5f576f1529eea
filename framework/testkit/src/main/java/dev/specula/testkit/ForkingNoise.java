package dev.specula.testkit;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Noise that takes every way, one after the other: each question is a fork whose branches have exact probabilities. Repeats
 * an experiment until {@link #next} says that all ways are gone.
 *
 * <p>Distinct keys are independent and the same question has the same answer, as with seeded noise. One key asked for two
 * different laws would share a race between them, which branches cannot express: refused, but for drafts, where the race of
 * a dropped draft decided nothing and is run anew.
 */
final class ForkingNoise implements Noise {
    private static final long NO_ROUND = -1;

    private final List<Fork> way = new ArrayList<>();
    private final Map<Key, Question> asked = new HashMap<>();
    private int taken;
    private double probability = 1;

    /** Probability of this way. */
    double probability() {
        return probability;
    }

    /** Starts over on the next way; false if there is none. */
    boolean next() {
        asked.clear();
        taken = 0;
        probability = 1;
        while (!way.isEmpty() && !way.get(way.size() - 1).advance()) {
            way.remove(way.size() - 1);
        }
        return !way.isEmpty();
    }

    @Override
    public Noise inRound(long round) {
        return new InRound(round);
    }

    @Override
    public boolean happens(Use use, double probability, long position, int lane) {
        return new InRound(NO_ROUND).happens(use, probability, position, lane);
    }

    @Override
    public int draw(Use use, Law law, long position, int lane) {
        return new InRound(NO_ROUND).draw(use, law, position, lane);
    }

    @Override
    public int draw(Use use, Law law, long position, int lane, int count, int[] into) {
        return new InRound(NO_ROUND).draw(use, law, position, lane, count, into);
    }

    @Override
    public double uniform(Use use, long position, int lane) {
        throw new UnsupportedOperationException(
                "a number without a question has no branches; ask what happens instead.");
    }

    @Override
    public double gaussian(Use use, long position, int lane) {
        throw new UnsupportedOperationException("a continuous number has no branches.");
    }

    private int[] ask(Key key, int count, double... probs) {
        Question before = asked.get(key);
        if (before != null && before.count == count && Arrays.equals(before.probs, probs)) {
            return before.answer;
        }
        if (before != null && key.use != Use.DRAFT) {
            throw new IllegalStateException(key + " was asked for " + Arrays.toString(before.probs) + " and for "
                    + Arrays.toString(probs) + ": the answers are not independent.");
        }
        double[] left = probs.clone();
        int[] answer = new int[count];
        for (int i = 0; i < count; i++) {
            answer[i] = choose(left);
            left[answer[i]] = 0; // without replacement
        }
        asked.put(key, new Question(count, probs, answer));
        return answer;
    }

    private int choose(double[] weights) {
        if (taken == way.size()) {
            way.add(new Fork(weights));
        }
        Fork fork = way.get(taken++);
        probability *= fork.probability();
        return fork.branch;
    }

    private static double[] probs(Law law) {
        return IntStream.range(0, law.size()).mapToDouble(law::prob).toArray();
    }

    private record Key(long round, Use use, long position, int lane) {}

    /** The questions of one round, whose keys are its own. */
    private final class InRound implements Noise {
        private final long round;

        InRound(long round) {
            this.round = round;
        }

        @Override
        public Noise inRound(long other) {
            return new InRound(other);
        }

        @Override
        public boolean happens(Use use, double probability, long position, int lane) {
            double certain = Math.max(0, Math.min(1, probability));
            return ask(new Key(round, use, position, lane), 1, certain, 1 - certain)[0] == 0;
        }

        @Override
        public int draw(Use use, Law law, long position, int lane) {
            return ask(new Key(round, use, position, lane), 1, probs(law))[0];
        }

        @Override
        public int draw(Use use, Law law, long position, int lane, int count, int[] into) {
            if (law.support() == 1) {
                return law.likeliest(count, into);
            }
            double[] probs = probs(law);
            int supported = (int) Arrays.stream(probs).filter(prob -> prob > 0).count();
            int[] drawn = ask(new Key(round, use, position, lane), Math.min(count, supported), probs);
            System.arraycopy(drawn, 0, into, 0, drawn.length);
            return drawn.length;
        }

        @Override
        public double uniform(Use use, long position, int lane) {
            return ForkingNoise.this.uniform(use, position, lane);
        }

        @Override
        public double gaussian(Use use, long position, int lane) {
            return ForkingNoise.this.gaussian(use, position, lane);
        }
    }

    private static final class Question {
        final int count;
        final double[] probs;
        final int[] answer;

        Question(int count, double[] probs, int[] answer) {
            this.count = count;
            this.probs = probs;
            this.answer = answer;
        }
    }

    private static final class Fork {
        private final double[] weights;
        private final double sum;
        private int branch = -1;

        Fork(double[] weights) {
            this.weights = weights.clone();
            this.sum = Arrays.stream(weights).sum();
            advance();
        }

        double probability() {
            return weights[branch] / sum;
        }

        boolean advance() {
            branch++;
            while (branch < weights.length && weights[branch] <= 0) {
                branch++;
            }
            return branch < weights.length;
        }
    }
}
