package dev.specula.token;

import dev.specula.report.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the making: what a round needs beside models and rule. It hands out the draft, asks the schedule, times the
 * passes, ends the answer, tells the listener and counts. A round reads:
 *
 * <pre>{@code
 * Draft chain = run.draft(main);
 * for (int budget = run.budget(); budget > 0 && chain.isOpen(); budget--) {
 *     chain.draw(chain.last(), small.pass(chain), noise);
 * }
 * Pass said = run.verify(main, chain);
 * Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
 * main.settle(chain, kept);
 * small.settle(chain, kept);
 * }</pre>
 *
 * <p>Belongs to one thread, but {@link #cancel} may be called from any.
 */
public final class TokenRun {
    /** Those that come true more often first. */
    private static final Recall[] BEST_FIRST = {Recall.PAIR, Recall.MODEL, Recall.LAST};

    private final Schedule schedule;
    private final @Nullable NgramTable guesses;
    private final Ending ending;
    private final ColumnListener listener;
    private final RunReport report = new RunReport();
    private @Nullable Draft draft;
    private int[] column = new int[1];
    private int beforeLast = Draft.NONE; // token before node 0, in lane 0
    private int committed;
    private int asked; // most nodes that this round might draft
    private int drafted;
    private int guess = Draft.NONE; // of a round without draft
    private Recall recall = Recall.NOTHING; // what the guess is drawn from
    private boolean caughtUp; // whether the round before drafted, too
    private boolean ended;
    private volatile boolean cancelled;
    private long roundStart;
    private long passStart;
    private long passEnd;

    /**
     * A run that has said nothing yet.
     *
     * @param guesses knows a token to try in a round without draft, and learns prompt and answer; none tries none
     */
    public TokenRun(Schedule schedule, @Nullable NgramTable guesses, Ending ending, ColumnListener listener) {
        this.schedule = schedule;
        this.guesses = guesses;
        this.ending = ending;
        this.listener = listener;
    }

    /** Whether the answer goes on: it has not ended, was not cancelled, and its thread was not interrupted. */
    public boolean goesOn() {
        return !ended && !cancelled && !Thread.currentThread().isInterrupted();
    }

    /** Stops the answer before its next round. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** The answer's draft, emptied: starts a round. */
    public Draft draft(Sequence main) {
        if (draft == null) {
            draft = new Draft(main.lanes(), ending);
        }
        return start(draft, main);
    }

    /** The answer's draft for a ratio rule over {@code vocabulary} tokens, emptied: starts a round. */
    public SampledDraft sampledDraft(Sequence main, int vocabulary) {
        if (!(draft instanceof SampledDraft)) {
            draft = new SampledDraft(vocabulary, ending);
        }
        return (SampledDraft) start(draft, main);
    }

    private Draft start(Draft empty, Sequence main) {
        roundStart = System.nanoTime();
        asked = 0;
        empty.restart(main);
        empty.setPrice(schedule.price());
        if (report.rounds() == 0 && guesses != null) {
            learnPrompt(main);
        }
        beforeLast = main.length() > 1 ? main.token(main.length() - 2, 0) : Draft.NONE;
        return empty;
    }

    private void learnPrompt(Sequence main) {
        beforeLast = Draft.NONE;
        for (int at = 1; at < main.length(); at++) {
            learn(main.token(at, 0), main.token(at - 1, 0));
        }
    }

    /** Most nodes to draft in this round: the schedule's budget, but no more than the answer can still take. */
    public int budget() {
        asked = Math.min(schedule.budget(), ending.maxColumns() - committed - 1);
        return asked;
    }

    /**
     * The target's pass over {@code draft}. A draft of node 0 alone gets a guess beside it, if there is one and the schedule wants it.
     */
    public Pass verify(Sequence main, Draft drawn) {
        drafted = drawn.nodes() - 1;
        if (!drawn.isOpen()) {
            asked = drafted; // the answer may end here: there was no more to draft
        }
        guess = Draft.NONE;
        recall = Recall.NOTHING;
        if (drafted == 0 && guesses != null && drawn.lanes() == 1 && committed + 1 < ending.maxColumns()) {
            remember(guesses, drawn.token(0, 0));
            if (schedule.guesses(recall)) {
                drawn.add(0, guess);
            }
        }
        passStart = System.nanoTime();
        Pass pass = main.pass(drawn);
        passEnd = System.nanoTime();
        return pass;
    }

    private void remember(NgramTable table, int last) {
        for (Recall kind : BEST_FIRST) {
            guess = table.guess(kind, beforeLast, last);
            if (guess != Draft.NONE) {
                recall = kind;
                return;
            }
        }
    }

    /**
     * Commits what was kept to the answer, and shortens {@code kept} where the answer ends inside it. Comes before the
     * sequences settle, so that they hold what was said and no more.
     */
    public Verdict commit(Draft drawn, Verdict kept) {
        int columns = 0;
        if (column.length != drawn.lanes()) {
            column = new int[drawn.lanes()];
        }
        while (!ended && columns < kept.columns()) {
            Origin origin = columns < kept.kept() ? Origin.DRAFT : Origin.TARGET;
            for (int lane = 0; lane < column.length; lane++) {
                column[lane] = kept.token(drawn, columns, lane);
            }
            columns++;
            committed++;
            ended = committed == ending.maxColumns() || ending.isEnd(column[0]);
            learn(column[0], columns == 1 ? drawn.token(0, 0) : kept.token(drawn, columns - 2, 0));
            listener.committed(column, origin);
        }
        if (drafted == 0) {
            schedule.guessed(recall, guess == kept.token(drawn, 0, 0));
        }
        count(drawn.nodes(), kept.kept(), columns);
        kept.shorten(columns);
        return kept;
    }

    /** The counts of this run, growing. */
    public RunReport report() {
        return report;
    }

    private void learn(int token, int last) {
        if (guesses != null && beforeLast != Draft.NONE) {
            guesses.learn(beforeLast, last, token);
        }
        beforeLast = last;
    }

    private void count(int rows, int kept, int columns) {
        long draftNanos = passStart - roundStart;
        long targetNanos = passEnd - passStart;
        if (report.rounds() == 0) {
            report.first(draftNanos + targetNanos); // holds the prompt
        } else if (caughtUp || asked == 0) {
            schedule.learned(Math.max(asked, drafted), drafted, kept, draftNanos, rows, targetNanos);
        } else {
            schedule.learned(0, 0, 0, 0, rows, targetNanos); // its drafting holds the columns since the last draft
        }
        caughtUp = asked > 0;
        report.round(drafted, Math.min(kept, drafted), columns, draftNanos, targetNanos);
        if (rows > 1 + drafted) {
            report.guess();
        }
    }
}
