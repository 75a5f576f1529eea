package dev.specula.texttoimage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Rejection;
import dev.specula.token.SampledDraft;
import dev.specula.token.Verdict;

/**
 * Keeps a drawn code by the ratio of what target and draft give to a group of interchangeable codes around it: Grouped
 * Speculative Decoding (arXiv:2508.07747). The group are the codes next to it in the target's ranking, {@code ranks} on either
 * side, as far as their probability differs by less than {@code within} and their rows of the codebook by less than {@code
 * radius} (squared distance). A refused code is replaced as by {@link Rejection}, and groups of one are judged as there.
 *
 * <p>An approximation: the law of codes is not kept, and no bound on how far it moves is known. Differs from the released code
 * in two things: a code that the target never says is never kept, and distances are those of the codebook, not of the model's
 * embeddings. Thread-safe. Costs a scan of the law for each code that is judged.
 */
public final class GroupRejection implements AcceptanceRule<SampledDraft> {
    private final int firstCode;
    private final Neighbours neighbours;
    private final int ranks;
    private final double within;
    private final double radius;

    /**
     * A rule for the codes of {@code target}.
     *
     * @param ranks codes on either side, at least 0
     * @param within greatest difference of probability, excluded
     * @param radius greatest squared distance in the codebook, excluded
     * @throws IncompatibleModelsException if the model draws no pictures
     */
    public GroupRejection(CausalModel target, int ranks, double within, double radius) {
        this(new PictureTokens(target).firstCode(), Neighbours.of(target), ranks, within, radius);
    }

    GroupRejection(int firstCode, Neighbours neighbours, int ranks, double within, double radius) {
        if (ranks < 0) {
            throw new IllegalArgumentException("ranks must be at least 0, but was " + ranks + ".");
        }
        this.firstCode = firstCode;
        this.neighbours = neighbours;
        this.ranks = ranks;
        this.within = within;
        this.radius = radius;
    }

    @Override
    public Verdict judge(SampledDraft draft, Laws target, Noise noise) {
        Verdict kept = draft.verdict();
        Group group = new Group();
        for (int child = draft.nextChild(0, Draft.NONE);
                child != Draft.NONE;
                child = draft.nextChild(child, Draft.NONE)) {
            Law targetLaw = target.law(kept.last(), 0);
            double ratio = group.ratio(draft.token(child, 0), targetLaw, draft.lawOf(child));
            if (!noise.happens(Noise.Use.ACCEPT, ratio, draft.positionAfter(kept.last()), 0)) {
                return Rejection.replace(draft, child, target, kept, noise);
            }
            kept.follow(child);
        }
        kept.say(0, noise.token(target.law(kept.last(), 0), draft.positionAfter(kept.last()), 0));
        return kept.end();
    }

    private boolean mayJoin(int token, int other, Law law) {
        return Math.abs(law.prob(token) - law.prob(other)) < within
                && isCode(token)
                && isCode(other)
                && neighbours.areNear(token - firstCode, other - firstCode, radius);
    }

    private boolean isCode(int token) {
        return token >= firstCode && token < firstCode + neighbours.codes();
    }

    /** The codes next to one in a ranking: of those above it the lowest, of those below it the highest. */
    private final class Group {
        private final int[] above = new int[ranks]; // (ranks,) the nearest first
        private final int[] below = new int[ranks];
        private int aboves;
        private int belows;

        double ratio(int token, Law target, Law draft) {
            double wanted = target.prob(token);
            double drawn = draft.prob(token);
            if (wanted == 0) {
                return 0;
            }
            rank(token, target);
            for (int i = 0; i < aboves; i++) {
                if (mayJoin(token, above[i], target)) {
                    wanted += target.prob(above[i]);
                    drawn += draft.prob(above[i]);
                }
            }
            for (int i = 0; i < belows; i++) {
                if (mayJoin(token, below[i], target)) {
                    wanted += target.prob(below[i]);
                    drawn += draft.prob(below[i]);
                }
            }
            return wanted / drawn;
        }

        private void rank(int token, Law law) {
            aboves = 0;
            belows = 0;
            for (int index = 0; index < law.support() && ranks > 0; index++) {
                int other = law.supported(index);
                if (other == token) {
                    continue;
                }
                double prob = law.prob(other);
                if (prob > law.prob(token) || (prob == law.prob(token) && other < token)) {
                    aboves = insert(above, aboves, other, law, 1);
                } else {
                    belows = insert(below, belows, other, law, -1);
                }
            }
        }

        /** Keeps the tokens sorted by {@code sign * prob}, the least first. */
        private int insert(int[] sorted, int found, int token, Law law, int sign) {
            int place = found;
            while (place > 0 && sign * law.prob(token) < sign * law.prob(sorted[place - 1])) {
                place--;
            }
            if (place == ranks) {
                return found;
            }
            System.arraycopy(sorted, place, sorted, place + 1, Math.min(found, ranks - 1) - place);
            sorted[place] = token;
            return Math.min(found + 1, ranks);
        }
    }
}
