package dev.specula.media;

/**
 * How a model wants its channels: {@code (level / 255 - mean) / deviation}, the same for red, green and blue.
 *
 * @param mean in [0, 1]
 * @param deviation above 0
 */
public record ChannelScale(float mean, float deviation) {
    /** Black is -1 and white is 1, as for SigLIP. */
    public static final ChannelScale SYMMETRIC = new ChannelScale(0.5f, 0.5f);

    /** Checks the deviation. */
    public ChannelScale {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("deviation must be above 0, but was " + deviation + ".");
        }
    }

    /** Of {@code level}, from 0 to 255. */
    float of(float level) {
        return (level / 255 - mean) / deviation;
    }

    /** The level, from 0 to 255, whose scaled value is nearest to {@code value}. */
    int level(float value) {
        return Math.max(0, Math.min(255, Math.round((value * deviation + mean) * 255)));
    }
}
