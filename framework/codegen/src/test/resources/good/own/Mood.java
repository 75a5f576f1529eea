package captions;

public enum Mood {
    GLAD,
    SAD
}
