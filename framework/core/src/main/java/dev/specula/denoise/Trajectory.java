package dev.specula.denoise;

import dev.specula.SpeculaException;
import dev.specula.noise.Noise;
import java.util.Arrays;

/**
 * The committed state (node 0) and the states drafted after it, one a step. Belongs to one run and is used again in each of its
 * rounds.
 *
 * <p>The noise of a state is keyed by seed and step, so a state that is drafted again about another mean gets the same noise.
 * That is allowed because a round looks at nothing that depends on the noise of the states after the first one it refuses.
 */
public final class Trajectory {
    /** Distance of means, in deviations, below which a state is kept unasked: the law changes by less than rounding does. */
    private static final double NO_DISTANCE = 1e-8;

    private final Steps steps;
    private final int dimension;
    private int first; // step that leads away from node 0
    private int nodes = 1;
    private int[] at = new int[4]; // (nodes,) step that leads away from each node
    private double[] states; // (nodes, dimension)
    private double[] draftMeans; // (nodes, dimension) what each state was drawn about; of node 0 unused
    private double[] estimates; // (nodes, dimension) the target's clean estimates
    private final double[] mean; // (dimension,)
    private final double[] landed; // (dimension,) the state after the last kept one
    private final double[] stateBefore; // (dimension,) the last state that was committed before node 0
    private final double[] estimateBefore; // (dimension,) the target's estimate of that state
    private boolean hasBefore;
    private int draftedBefore;

    Trajectory(Steps steps, double[] start) {
        this.steps = steps;
        this.dimension = start.length;
        this.states = Arrays.copyOf(start, at.length * dimension);
        this.draftMeans = new double[at.length * dimension];
        this.estimates = new double[at.length * dimension];
        this.mean = new double[dimension];
        this.landed = new double[dimension];
        this.stateBefore = new double[dimension];
        this.estimateBefore = new double[dimension];
    }

    /** The sampler's steps. */
    public Steps steps() {
        return steps;
    }

    /** Numbers in a state. */
    public int dimension() {
        return dimension;
    }

    /** The node after which the next state is drafted; 0 where nothing is drafted yet. */
    public int last() {
        return nodes - 1;
    }

    /** The step that leads away from {@code node}; the number of steps if none does. */
    public int step(int node) {
        return first + node;
    }

    /** A number of the state of {@code node}. */
    public double state(int node, int coordinate) {
        return states[node * dimension + coordinate];
    }

    /** Whether there are a state and an estimate before node 0: not so in the first round. */
    public boolean hasBefore() {
        return hasBefore;
    }

    /** A number of the state before node 0: the last committed one that the target has seen. */
    public double stateBefore(int coordinate) {
        return stateBefore[coordinate];
    }

    /** A number of the target's clean estimate of the state before node 0. */
    public double estimateBefore(int coordinate) {
        return estimateBefore[coordinate];
    }

    /** States that the round before drafted. */
    public int draftedBefore() {
        return draftedBefore;
    }

    /** Most states that can be drafted: up to the next certain step, and never the last state, which the target takes alone. */
    public int room() {
        int step = step(last());
        int room = 0;
        while (step + room < steps.count() - 1 && !steps.isCertain(step + room)) {
            room++;
        }
        return room;
    }

    /**
     * Drafts one more state: the mean of {@code drift} and the noise of the step.
     *
     * @throws IllegalStateException if there is no {@link #room}
     */
    public void add(Drift drift, Noise noise) {
        if (step(last()) >= steps.count() - 1 || steps.isCertain(step(last()))) {
            throw new IllegalStateException("Nothing can be drafted across step " + step(last()) + " of "
                    + steps.count() + ": it has no noise or is the last one; ask for the room of the trajectory.");
        }
        if (nodes == at.length) {
            at = Arrays.copyOf(at, 2 * nodes);
            states = Arrays.copyOf(states, at.length * dimension);
            draftMeans = Arrays.copyOf(draftMeans, at.length * dimension);
            estimates = Arrays.copyOf(estimates, at.length * dimension);
        }
        drift.mean(this, mean);
        System.arraycopy(mean, 0, draftMeans, nodes * dimension, dimension);
        stepFrom(step(last()), noise, states, nodes * dimension);
        nodes++;
    }

    /** The target's estimates of all nodes: one call. */
    void estimate(Denoiser target) {
        for (int node = 0; node < nodes; node++) {
            at[node] = step(node);
        }
        target.clean(nodes, states, at, estimates);
    }

    /** Follows the drafted states while {@code coupling} keeps them, and lands on one more. */
    public Landing land(Coupling coupling, Noise noise) {
        for (int node = 0; true; node++) {
            targetMean(node);
            if (node == last()) {
                stepFrom(step(node), noise, landed, 0);
                return new Landing(node, false);
            }
            if (!keeps(node + 1, coupling, noise)) {
                return new Landing(node, true);
            }
        }
    }

    /** Whether {@code node} is kept, given the target's mean for it; if not, it has been moved. */
    private boolean keeps(int node, Coupling coupling, Noise noise) {
        int offset = node * dimension;
        double squared = 0; // of the way from the draft's mean to the target's
        double along = 0; // of the drawn noise, on that way
        for (int i = 0; i < dimension; i++) {
            double way = mean[i] - draftMeans[offset + i];
            squared += way * way;
            along += way * (states[offset + i] - draftMeans[offset + i]);
        }
        double length = Math.sqrt(squared);
        double deviation = steps.deviation(step(node - 1));
        double distance = length / deviation;
        if (distance < NO_DISTANCE) {
            return true;
        }
        double place = along / (length * deviation);
        double moved = coupling.land(distance, place, step(node), noise);
        for (int i = 0; i < dimension; i++) {
            double way = mean[i] - draftMeans[offset + i];
            landed[i] = states[offset + i] + (moved - place) / distance * way;
        }
        return moved == place;
    }

    private void targetMean(int node) {
        int offset = node * dimension;
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            mean[i] = steps.mean(step(node), states[offset + i], estimates[offset + i]);
            sum += mean[i];
        }
        if (!Double.isFinite(sum)) {
            throw new SpeculaException("A denoiser must estimate finite numbers, but at step " + step(node) + " of "
                    + steps.count() + " the mean of the next state adds up to " + sum
                    + "; look for an overflow in the model, or a condition it was not trained for.");
        }
    }

    /** Writes the mean, moved by the noise of {@code step}. */
    private void stepFrom(int step, Noise noise, double[] into, int offset) {
        double deviation = steps.deviation(step);
        for (int i = 0; i < dimension; i++) {
            into[offset + i] =
                    deviation == 0 ? mean[i] : mean[i] + deviation * noise.gaussian(Noise.Use.STATE, step + 1, i);
        }
    }

    /** Moves node 0 to where {@code landing} has landed. */
    void commit(Landing landing) {
        System.arraycopy(states, landing.kept() * dimension, stateBefore, 0, dimension);
        System.arraycopy(estimates, landing.kept() * dimension, estimateBefore, 0, dimension);
        System.arraycopy(landed, 0, states, 0, dimension);
        hasBefore = true;
        draftedBefore = last();
        first += landing.steps();
        nodes = 1;
    }

    int done() {
        return first;
    }

    double[] committedState() {
        return Arrays.copyOf(states, dimension);
    }

    void tell(StepListener listener) {
        listener.reached(first, landed, estimateBefore);
    }
}
