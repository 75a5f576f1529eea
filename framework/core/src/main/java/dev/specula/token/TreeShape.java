package dev.specula.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a fixed tree: how many children each place has, places numbered level by level. The best shape adds the place
 * that is most likely reached, again and again: a place is reached as often as its parent times how often a child of its
 * rank is kept, which falls along every path and from sibling to sibling, so the greedy choice is the optimum that Sequoia
 * finds by dynamic programming (Chen et al. 2024, arXiv:2402.12374, without its bound on the depth).
 */
public final class TreeShape {
    private final int[] children; // (places,)
    private final int[] firstChild; // (places,) place of the first child
    private final int depth;

    private TreeShape(int[] children, int[] firstChild, int depth) {
        this.children = children;
        this.firstChild = firstChild;
        this.depth = depth;
    }

    /** The best tree of {@code nodes} nodes beside the root. */
    public static TreeShape best(int nodes, double... keptByRank) {
        check(nodes, keptByRank);
        List<Place> chosen = new ArrayList<>(List.of(new Place(null, 0, 1)));
        List<Place> open = new ArrayList<>(List.of(chosen.get(0).child(0, keptByRank)));
        while (chosen.size() <= nodes) {
            Place next = open.get(0);
            for (Place place : open) {
                next = place.reached > next.reached ? place : next;
            }
            open.remove(next);
            chosen.add(next);
            Place parent = next.parent;
            if (parent != null) {
                parent.children++;
                if (next.rank + 1 < keptByRank.length) {
                    open.add(parent.child(next.rank + 1, keptByRank));
                }
            }
            open.add(next.child(0, keptByRank));
        }
        return numbered(chosen.get(0), chosen);
    }

    /** Number of places, the root included. */
    public int places() {
        return children.length;
    }

    /** Number of levels below the root. */
    public int depth() {
        return depth;
    }

    /** Children of {@code place}, which are numbered from {@link #firstChild} on. */
    public int children(int place) {
        return children[place];
    }

    /** Place of the first child of {@code place}. */
    public int firstChild(int place) {
        return firstChild[place];
    }

    private static void check(int nodes, double[] keptByRank) {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes must be at least 1, but was " + nodes + ".");
        }
        double sum = 0;
        double before = Double.POSITIVE_INFINITY;
        for (double kept : keptByRank) {
            if (!(kept >= 0)) {
                throw new IllegalArgumentException("keptByRank must hold numbers of at least 0, but has " + kept + ".");
            }
            if (kept > before) {
                throw new IllegalArgumentException("keptByRank must not rise, but has " + kept + " after " + before
                        + "; a child that is kept more often should be drawn first.");
            }
            sum += kept;
            before = kept;
        }
        if (keptByRank.length == 0 || sum > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "keptByRank must hold at least one number and add up to at most 1, but has " + keptByRank.length
                            + " that add up to " + sum + ".");
        }
    }

    private static TreeShape numbered(Place root, List<Place> chosen) {
        List<Place> order = new ArrayList<>(List.of(root));
        int[] children = new int[chosen.size()];
        int[] firstChild = new int[chosen.size()];
        for (int place = 0; place < order.size(); place++) {
            Place parent = order.get(place);
            children[place] = parent.children;
            firstChild[place] = order.size();
            chosen.stream()
                    .filter(child -> child.parent == parent)
                    .sorted(Comparator.comparingInt(child -> child.rank))
                    .forEach(order::add);
        }
        return new TreeShape(children, firstChild, order.get(order.size() - 1).level());
    }

    private static final class Place {
        final @Nullable Place parent;
        final int rank;
        final double reached;
        int children;

        Place(@Nullable Place parent, int rank, double reached) {
            this.parent = parent;
            this.rank = rank;
            this.reached = reached;
        }

        int level() {
            return parent == null ? 0 : parent.level() + 1;
        }

        Place child(int rank, double[] keptByRank) {
            return new Place(this, rank, reached * keptByRank[rank]);
        }
    }
}
