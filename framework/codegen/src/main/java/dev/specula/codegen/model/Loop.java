package dev.specula.codegen.model;

/** Which of the kernel's loops a model or a choice is for. */
public enum Loop {
    /** Tokens, drafted and verified by laws. */
    TOKENS("tokens"),
    /** States that lose their noise. */
    STATES("states");

    private final String what;

    Loop(String what) {
        this.what = what;
    }

    /** What is drafted in it. */
    public String what() {
        return what;
    }
}
