package dev.specula.testkit.mutants;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.testkit.PlainLaw;
import dev.specula.token.Laws;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import dev.specula.token.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A coupled Jacobi window, straight from the formula, and the ways to get it wrong. */
public final class WrongWindow implements Source<SampledDraft> {
    /** What is done wrong. */
    public enum Mistake {
        /** A guess is stored with the law of the round before. */
        STALE_LAW,
        /** A guess that is kept keeps the law it was first drawn from, as in a published script. */
        OLD_LAW_OF_KEPT,
        /** A guess that is not kept is drawn from the new law as a whole, not from the rest. */
        FRESH_REDRAW
    }

    private final int tokens;
    private final @Nullable Mistake mistake;
    private List<Guess> held = new ArrayList<>();
    private int round;

    /** A window over {@code tokens} tokens; right without a mistake. */
    public WrongWindow(int tokens, @Nullable Mistake mistake) {
        this.tokens = tokens;
        this.mistake = mistake;
    }

    @Override
    public void propose(SampledDraft draft, Sequence main, int budget, Noise noise) {
        round++;
        double[] even = IntStream.range(0, tokens).mapToDouble(token -> 1).toArray();
        for (int i = 0; i < budget; i++) {
            if (i < held.size()) {
                draft.add(draft.last(), held.get(i).token, held.get(i).law);
            } else {
                draft.draw(draft.last(), (node, lane) -> PlainLaw.of(even), noise.inRound(-round));
            }
        }
    }

    @Override
    public void settle(SampledDraft draft, Laws target, Verdict kept, Noise noise) {
        held = new ArrayList<>();
        Noise fresh = noise.inRound(round);
        for (int node = kept.kept() + 1; node < draft.nodes(); node++) {
            long position = draft.positionAfter(node);
            Law now = PlainLaw.copyOf(target.law(node, 0));
            if (node == draft.last()) {
                held.add(new Guess(fresh.draw(Noise.Use.DRAFT, now, position, 0), now));
            } else {
                Law before = PlainLaw.copyOf(draft.lawOf(node + 1));
                held.add(follow(new Guess(draft.token(node + 1, 0), before), now, position, fresh));
            }
        }
    }

    private Guess follow(Guess guess, Law now, long position, Noise fresh) {
        if (fresh.happens(Noise.Use.ACCEPT, now.prob(guess.token) / guess.law.prob(guess.token), position, 0)) {
            return new Guess(guess.token, mistake == Mistake.OLD_LAW_OF_KEPT ? guess.law : stored(guess.law, now));
        }
        double[] rest = IntStream.range(0, tokens)
                .mapToDouble(token -> Math.max(0, now.prob(token) - guess.law.prob(token)))
                .toArray();
        Law left = mistake == Mistake.FRESH_REDRAW ? now : PlainLaw.of(rest);
        return new Guess(fresh.draw(Noise.Use.DRAFT, left, position, 0), stored(guess.law, now));
    }

    /** A stale law of no probability would make the ratio rule divide by zero: such a law stays the new one. */
    private Law stored(Law before, Law now) {
        return mistake == Mistake.STALE_LAW ? before : now;
    }

    private record Guess(int token, Law law) {}
}
