package dev.specula.token;

import dev.specula.noise.Noise;

/** A tree of fixed shape, level by level: a pass of the predictor for each level that has children. */
public final class TreeGrowth implements Growth {
    private final TreeShape shape;

    /** The best tree of {@code nodes} nodes, if the children of a node are kept as often as {@code keptByRank} says. */
    public TreeGrowth(int nodes, double... keptByRank) {
        this.shape = TreeShape.best(nodes, keptByRank);
    }

    /** The shape, which the whole budget fills. */
    public TreeShape shape() {
        return shape;
    }

    @Override
    public void grow(Draft draft, Predictor predictor, int budget, Noise noise) {
        int node = draft.last();
        int most = draft.nodes() + budget;
        draft.setPlace(node, 0);
        while (node < draft.nodes()) {
            Pass pass = null;
            for (int end = draft.nodes(); node < end; node++) {
                int place = draft.place(node);
                int children = Math.min(shape.children(place), most - draft.nodes());
                if (children <= 0 || !draft.isOpen(node)) {
                    continue;
                }
                pass = pass == null ? predictor.pass(draft) : pass;
                int first = draft.nodes();
                int found = draft.draw(node, pass, children, noise);
                for (int child = 0; child < found; child++) {
                    draft.setPlace(first + child, shape.firstChild(place) + child);
                }
            }
        }
    }
}
