package dev.specula.speech;

/** What becomes of the words. */
public enum Task {
    /** They are written down in the language in which they were spoken. */
    TRANSCRIBE("<|transcribe|>"),
    /** They are translated to English; only models of many languages can. */
    TRANSLATE("<|translate|>");

    private final String token;

    Task(String token) {
        this.token = token;
    }

    /** The token that asks for it. */
    String token() {
        return token;
    }
}
