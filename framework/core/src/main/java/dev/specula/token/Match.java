package dev.specula.token;

import dev.specula.noise.Noise;

/**
 * Follows the draft while it holds the column that the target itself draws with the same noise (Daliri, Musco, Suresh 2024,
 * arXiv:2408.07978; with the likeliest token at temperature 0 it is the greedy rule of Leviathan et al. 2023,
 * arXiv:2211.17192).
 *
 * <p>The answer is a function of target, prompt and seed alone: whatever drafts, however much, the tokens are the same. Exact
 * for any draft, tree or chain, drawn or not.
 */
public final class Match implements AcceptanceRule<Draft> {
    @Override
    public Verdict judge(Draft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        while (true) {
            int node = kept.last();
            for (int lane = 0; lane < draft.lanes(); lane++) {
                kept.say(lane, noise.token(target.law(node, lane), draft.positionAfter(node), lane));
            }
            int child = kept.childSaid(draft);
            if (child == Draft.NONE) {
                return kept.end(); // what was said follows the path: a correction, or the bonus token
            }
            kept.follow(child);
        }
    }
}
