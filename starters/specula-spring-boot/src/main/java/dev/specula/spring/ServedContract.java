package dev.specula.spring;

/** What users of a served pipeline meet in its place: its contract, with the options of its properties. */
public interface ServedContract {
    /** Fails the start where the properties ask for what cannot be. */
    void check();
}
