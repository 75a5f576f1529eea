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
        int[] nodeOf = shape.nodes(); // node of the draft that stands at a place of the shape; the root at place 0
        nodeOf[0] = draft.last();
        int most = draft.nodes() + budget;
        int place = 0;
        while (place < nodeOf.length) {
            Pass pass = null;
            for (int end = shape.endOfLevel(place); place < end; place++) {
                int children = Math.min(shape.children(place), most - draft.nodes());
                if (nodeOf[place] == Draft.NONE || children <= 0) {
                    continue;
                }
                pass = pass == null ? predictor.pass(draft) : pass;
                int first = draft.nodes();
                int found = draft.draw(nodeOf[place], pass, children, noise);
                for (int child = 0; child < found; child++) {
                    nodeOf[shape.firstChild(place) + child] = first + child;
                }
            }
        }
    }
}
