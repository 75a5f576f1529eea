package dev.specula.token;

import dev.specula.noise.Noise;
import java.util.Arrays;

/**
 * Proposed columns, arranged as a tree: a chain is a tree without side branches. Node 0 is the last committed column, and a
 * node's parent stands before it. One draft serves all rounds of an answer: {@link #restart} empties it. Not thread-safe.
 */
public class Draft {
    /** No such node. */
    public static final int NONE = -1;

    private final int lanes;
    private final Ending ending;
    private final Verdict verdict;
    private int nodes;
    private long base;
    private int serial;
    private double price;
    private int[] tokens; // (nodes, lanes) token ids
    private int[] parents; // (nodes,) index of the parent; NONE for node 0
    private int[] depths; // (nodes,) positions past the last committed column; 0 for node 0
    private int[] places; // (nodes,) where a growth put the node in its shape
    private int[] drawn = new int[8]; // scratch of a draw

    /** An empty draft of columns with {@code lanes} tokens each, of an answer without end. */
    public Draft(int lanes) {
        this(lanes, Ending.NEVER);
    }

    /** An empty draft of columns with {@code lanes} tokens each, of an answer that ends as {@code ending} says. */
    public Draft(int lanes, Ending ending) {
        if (lanes < 1) {
            throw new IllegalArgumentException("lanes must be at least 1, but was " + lanes + ".");
        }
        this.lanes = lanes;
        this.ending = ending;
        this.verdict = new Verdict(lanes);
        this.tokens = new int[16 * lanes];
        this.parents = new int[16];
        this.depths = new int[16];
        this.places = new int[16];
    }

    /** Empties the draft; node 0 becomes the last committed column of {@code main}. */
    public void restart(Sequence main) {
        nodes = 0;
        serial++;
        base = main.length();
        append(NONE);
        for (int lane = 0; lane < lanes; lane++) {
            tokens[lane] = main.token(main.length() - 1, lane);
        }
    }

    /** Number of nodes, node 0 included. */
    public final int nodes() {
        return nodes;
    }

    /** Tokens in a column. */
    public final int lanes() {
        return lanes;
    }

    /** Number of times the draft was restarted: tells a predictor that the nodes it knows are gone. */
    public final int serial() {
        return serial;
    }

    /** The node added last. */
    public final int last() {
        return nodes - 1;
    }

    /** The parent of {@code node}; {@link #NONE} for node 0. */
    public final int parentOf(int node) {
        return parents[node];
    }

    /** Columns between node 0 and {@code node}; 0 for node 0. */
    public final int depthOf(int node) {
        return depths[node];
    }

    /** The token in lane {@code lane} of {@code node}. */
    public final int token(int node, int lane) {
        return tokens[node * lanes + lane];
    }

    /** Absolute position, in columns of the target's sequence, of the column after {@code node}: the key of its noise. */
    public final long positionAfter(int node) {
        return base + depths[node];
    }

    /** Whether no node has a second child. */
    public final boolean isChain() {
        for (int node = 1; node < nodes; node++) {
            if (parents[node] != node - 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether the answer goes on after the last node: where it does not, whatever is drafted next would never be said. */
    public final boolean isOpen() {
        return isOpen(last());
    }

    /** Whether the answer goes on after {@code node}. It does after node 0, which may hold an end token of the prompt. */
    public final boolean isOpen(int node) {
        return node == 0 || !ending.isEnd(token(node, 0));
    }

    /** Whether a node is worth its row in the target's pass that is kept with so much {@code chance}, as far as the schedule knows. */
    public final boolean pays(double chance) {
        return chance >= price;
    }

    /** What a node costs from now on, as {@link Schedule#price} says. */
    final void setPrice(double price) {
        this.price = price;
    }

    /** Adds a column of one lane after {@code parent}, chosen by other means than a draw, and returns its node. */
    public int add(int parent, int token) {
        if (lanes != 1) {
            throw new IllegalArgumentException(
                    "a column of this draft has " + lanes + " tokens, but one was given; add a whole column.");
        }
        int node = append(parent);
        tokens[node * lanes] = token;
        return node;
    }

    /**
     * Adds a column after {@code parent}, chosen by other means than a draw, and returns its node.
     *
     * @param column a token for each lane
     * @throws IllegalArgumentException if it has more or fewer
     */
    public int add(int parent, int[] column) {
        if (column.length != lanes) {
            throw new IllegalArgumentException(
                    "a column of this draft has " + lanes + " tokens, but " + column.length + " were given.");
        }
        int node = append(parent);
        System.arraycopy(column, 0, tokens, node * lanes, lanes);
        return node;
    }

    /** Adds the column that wins the race over the laws after {@code parent}, and returns its node. */
    public int draw(int parent, Laws laws, Noise noise) {
        int node = append(parent);
        long position = positionAfter(parent);
        for (int lane = 0; lane < lanes; lane++) {
            tokens[node * lanes + lane] = noise.draw(use(), laws.law(parent, lane), position, lane);
        }
        return node;
    }

    /**
     * Adds the first {@code count} tokens of the race over the law after {@code parent} as siblings, the winner first, and
     * returns how many: fewer where the law supports fewer. For columns of one lane.
     */
    public int draw(int parent, Laws laws, int count, Noise noise) {
        if (drawn.length < count) {
            drawn = new int[count];
        }
        int found = noise.draw(use(), laws.law(parent, 0), positionAfter(parent), 0, count, drawn);
        for (int sibling = 0; sibling < found; sibling++) {
            int node = append(parent); // before tokens is read: it may be replaced by a larger one
            tokens[node * lanes] = drawn[sibling];
        }
        return found;
    }

    /** The first child of {@code node} that holds {@code token} in lane 0; {@link #NONE} if there is none. */
    public final int childHolding(int node, int token) {
        for (int child = node + 1; child < nodes; child++) {
            if (parents[child] == node && tokens[child * lanes] == token) {
                return child;
            }
        }
        return NONE;
    }

    /** The child of {@code node} added next after {@code sibling}; {@code sibling} = {@link #NONE} asks for the first. */
    public final int nextChild(int node, int sibling) {
        for (int child = Math.max(node, sibling) + 1; child < nodes; child++) {
            if (parents[child] == node) {
                return child;
            }
        }
        return NONE;
    }

    /** The draft's own verdict, emptied: rules fill it in and return it. */
    public final Verdict verdict() {
        verdict.restart();
        return verdict;
    }

    /** Where a growth put {@code node} in its shape. */
    final int place(int node) {
        return places[node];
    }

    final void setPlace(int node, int place) {
        places[node] = place;
    }

    /** The stream that draws of this draft come from: the answer's own, so that drafts hold what the target will draw. */
    Noise.Use use() {
        return Noise.Use.TOKEN;
    }

    private int append(int parent) {
        if (nodes == parents.length) {
            tokens = Arrays.copyOf(tokens, 2 * tokens.length);
            parents = Arrays.copyOf(parents, 2 * nodes);
            depths = Arrays.copyOf(depths, 2 * nodes);
            places = Arrays.copyOf(places, 2 * nodes);
        }
        parents[nodes] = parent;
        depths[nodes] = parent == NONE ? 0 : depths[parent] + 1;
        return nodes++;
    }
}
