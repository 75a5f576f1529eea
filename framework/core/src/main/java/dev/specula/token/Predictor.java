package dev.specula.token;

/**
 * Something that gives laws for the nodes of a draft: a model with its cache, or several behind one face. Belongs to one
 * answer and one thread at a time.
 */
public interface Predictor extends AutoCloseable {
    /**
     * Runs once over every committed column and every node that has no row yet, and returns the laws after those nodes.
     * The draft may grow between two passes; restarting it drops the nodes.
     */
    Pass pass(Draft draft);

    /** Commits what {@code kept} holds: keeps the rows of the path, drops those of all other nodes. */
    void settle(Draft draft, Verdict kept);

    @Override
    void close();
}
