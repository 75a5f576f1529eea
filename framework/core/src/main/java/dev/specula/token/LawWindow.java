package dev.specula.token;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import java.util.Arrays;

/**
 * A Jacobi window whose guesses remember the laws they were drawn from, so that a ratio rule can judge them (Speculative
 * Jacobi Decoding, Teng et al. 2024, arXiv:2410.01699). After each pass the guesses that were not judged follow the target to
 * its new laws, each kind of window in its own way.
 *
 * <p>Why this is exact: positions are drawn in order. Given all that ever happened before a position, the laws that its guess
 * goes through are fixed, and its own chance is all that is left; if each step turns a guess of the old law into one of the
 * new law, the guess that is judged has the law that it claims, and the ratio rule makes the target's of it. How strongly
 * consecutive guesses hang together does not matter, as long as each step takes chance that decided nothing before.
 */
abstract class LawWindow implements Source<SampledDraft> {
    private final FreshColumns fresh;
    private int[] held = new int[0]; // (guesses,) tokens for the positions after the next root
    private HeldLaw[] laws = new HeldLaw[0]; // (guesses,) what each was drawn from
    private int guesses;
    private int rounds;

    LawWindow(WindowStart start) {
        this.fresh = new FreshColumns(start);
    }

    /**
     * The guess for {@code position} that follows {@code guess}, which was drawn from {@code before}: a draw from {@code now}.
     *
     * @param noise of the answer
     * @param round of the answer, for chance that is fresh
     */
    abstract int follow(int guess, Law before, Law now, long position, Noise noise, int round);

    /** The first guess for {@code position}: a draw from {@code now}. */
    int first(Law now, long position, Noise noise, int round) {
        return noise.inRound(round).draw(Noise.Use.DRAFT, now, position, 0);
    }

    /** The noise of columns that no pass has spoken of. */
    Noise starting(Noise noise, int round) {
        return noise.inRound(round);
    }

    @Override
    public final void propose(SampledDraft draft, Sequence main, int budget, Noise noise) {
        rounds++;
        fresh.restart(main);
        for (int i = 0; i < budget; i++) {
            if (i < guesses) {
                draft.add(draft.last(), held[i], laws[i]);
                fresh.passBy(draft, draft.last());
            } else {
                fresh.add(draft, starting(noise, -rounds));
            }
        }
        guesses = 0;
    }

    @Override
    public final void settle(SampledDraft draft, Laws target, Verdict kept, Noise noise) {
        int root = kept.kept() + 1;
        guesses = Math.max(0, draft.nodes() - root);
        reserve();
        for (int i = 0; i < guesses; i++) {
            int node = root + i;
            long position = draft.positionAfter(node);
            Law now = target.law(node, 0);
            held[i] = node < draft.last()
                    ? follow(draft.token(node + 1, 0), draft.lawOf(node + 1), now, position, noise, rounds)
                    : first(now, position, noise, rounds);
            laws[i].hold(now); // always the new law, also where the old guess was kept
        }
        fresh.learn(draft, target);
    }

    private void reserve() {
        if (held.length < guesses) {
            int known = laws.length;
            held = new int[guesses];
            laws = Arrays.copyOf(laws, guesses);
            for (int i = known; i < guesses; i++) {
                laws[i] = new HeldLaw();
            }
        }
    }
}
