package dev.specula.training;

/**
 * How much a target is taught, and in which order: first the encoder alone, from labels, then all of it, from language.
 *
 * @param seed of the start values
 * @param encoderSteps steps of the first part
 * @param steps steps of the second
 * @param encoderPictures pictures a step in the first part
 * @param pictures pictures a step in the second
 * @param questions beside each picture's caption
 */
record TargetPlan(long seed, long encoderSteps, long steps, int encoderPictures, int pictures, int questions) {

    private static final double ENCODER_RATE = 7e-4;
    private static final double RATE = 1e-3;
    private static final double ENCODER_SHARE = 0.25; // of the rate, once the encoder knows most
    private static final String DECODER = "model.text_model.";

    private static final double STRESS = 3;

    /** How many times a word that states a fact counts in the loss. */
    float stress() {
        return (float) STRESS;
    }

    boolean encoderAlone(long step) {
        return step < encoderSteps;
    }

    /** The learning rate of the weight called {@code name}. */
    double rate(long step, String name) {
        if (encoderAlone(step)) {
            return new Schedule(encoderSteps, ENCODER_RATE).rate(step);
        }
        double rate = new Schedule(steps, RATE).rate(step - encoderSteps);
        return name.startsWith(DECODER) ? rate : ENCODER_SHARE * rate;
    }

    /** Which picture of the training range is the first of {@code step}. */
    long firstPicture(long step) {
        return encoderAlone(step)
                ? step * encoderPictures
                : encoderSteps * encoderPictures + (step - encoderSteps) * pictures;
    }

    long allSteps() {
        return encoderSteps + steps;
    }
}
