package dev.specula.denoise;

import dev.specula.model.IncompatibleModelsException;
import dev.specula.report.RunReport;
import dev.specula.token.Schedule;

/**
 * One trajectory in the making: what a round needs beside drift and coupling. It asks the schedule, calls the target, commits,
 * tells the listener and counts. A round reads:
 *
 * <pre>{@code
 * Trajectory path = run.path();
 * window.draft(path, drift, run.budget(), noise);
 * run.verify(path);
 * run.commit(path, path.land(coupling, noise));
 * }</pre>
 *
 * <p>A round is one call of the target, over node 0 and all drafted states at once. Its estimates judge the draft, give the step
 * after it, and are what the next round drafts from. A round without draft is a step of the plain sampler, bit for bit.
 *
 * <p>The result has the law of the plain sampler whatever is drafted, but not its numbers: those are a function of seed, drift,
 * coupling and the budgets of all rounds. A schedule that learns from times gives other numbers on another day; a fixed one
 * gives the same ones for the same seed.
 *
 * <p>Belongs to one thread, but {@link #cancel} may be called from any.
 */
public final class DenoisingRun {
    private final Denoiser target;
    private final Schedule schedule;
    private final StepListener listener;
    private final Trajectory path;
    private final RunReport report = new RunReport();
    private volatile boolean cancelled;
    private int asked; // most states that this round might draft
    private long roundStart;
    private long callStart;
    private long callEnd;

    /**
     * A run that has taken no step yet.
     *
     * @param start the state before the first step, of shape (dimension,); usually {@link Steps#start}
     * @throws IncompatibleModelsException if {@code target} learned the variance of its steps
     */
    public DenoisingRun(Denoiser target, double[] start, Schedule schedule, StepListener listener) {
        if (target.learnsVariance()) {
            throw new IncompatibleModelsException("A target must leave the variance of steps to its schedule, but this"
                    + " denoiser learned one: draft and target would be Gaussians of two widths, which no reflection maps"
                    + " to each other. Use a model of fixed variance, or this one's estimates alone with the schedule's"
                    + " variance, if its quality holds.");
        }
        if (start.length != target.dimension()) {
            throw new IllegalArgumentException("The start must be a state of " + target.dimension()
                    + " numbers, as the target has, but has " + start.length + ".");
        }
        this.target = target;
        this.schedule = schedule;
        this.listener = listener;
        this.path = new Trajectory(target.steps(), start);
    }

    /** Whether there are steps left, the run was not cancelled, and its thread was not interrupted. */
    public boolean goesOn() {
        return !isDone() && !cancelled && !Thread.currentThread().isInterrupted();
    }

    /** Whether all steps are taken. */
    public boolean isDone() {
        return path.done() == path.steps().count();
    }

    /** Stops the run before its next round. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** The trajectory, without draft: starts a round. */
    public Trajectory path() {
        roundStart = System.nanoTime();
        asked = 0;
        return path;
    }

    /** Most states to draft in this round: the schedule's budget, but no more than the trajectory has room for. */
    public int budget() {
        asked = Math.min(schedule.budget(), path.room());
        return asked;
    }

    /** The target's call over all nodes. */
    public void verify(Trajectory drafted) {
        callStart = System.nanoTime();
        drafted.estimate(target);
        callEnd = System.nanoTime();
    }

    /** Takes the steps of {@code landing}. */
    public void commit(Trajectory drafted, Landing landing) {
        int states = drafted.last();
        drafted.commit(landing);
        long draftNanos = callStart - roundStart;
        long targetNanos = callEnd - callStart;
        if (report.rounds() == 0) {
            report.first(draftNanos + targetNanos);
        } else {
            schedule.learned(Math.max(asked, states), states, landing.kept(), draftNanos, states + 1, targetNanos);
        }
        report.round(states, landing.kept(), landing.steps(), draftNanos, targetNanos);
        drafted.tell(listener);
    }

    /** The state after the steps taken so far, a copy of shape (dimension,). */
    public double[] state() {
        return path.committedState();
    }

    /** The counts of this run, growing: rounds are calls of the target, columns are steps. */
    public RunReport report() {
        return report;
    }
}
