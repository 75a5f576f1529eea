package dev.specula.blocks.scene;

/**
 * The ranges of scene seeds, each for one use: no scene that measures a model was ever seen in training.
 */
public enum SeedRange {
    /** Text the tokenizer's merges are counted on. */
    TOKENIZER(0, 1_000_000),
    /** Scenes a target model learns from. */
    TRAINING(1_000_000, 1_000_000_000),
    /** Scenes a draft model is distilled on. */
    DISTILLATION(2_000_000_000, 1_000_000_000),
    /** Scenes watched during training. */
    VALIDATION(4_000_000_000L, 1_000_000),
    /** Scenes that judge a finished model. */
    HELD_OUT(5_000_000_000L, 1_000_000),
    /** Scenes that speed is measured on. */
    BENCHMARK(6_000_000_000L, 1_000_000),
    /** Scenes of demonstrations and samples. */
    DEMONSTRATION(7_000_000_000L, 1_000_000);

    private final long first;
    private final long size;

    SeedRange(long first, long size) {
        this.first = first;
        this.size = size;
    }

    /** The first seed. */
    public long first() {
        return first;
    }

    /** How many seeds follow one another from {@link #first()}. */
    public long size() {
        return size;
    }

    /** Seed number {@code index}, from 0; one past the end is an error, never another range's seed. */
    public long seed(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "%s has seeds 0 to %d, but %d was asked for".formatted(this, size - 1, index));
        }
        return first + index;
    }
}
