package dev.specula.noise;

/**
 * Probabilities of the next token, after temperature, filters, penalties and whatever else shapes them: the only law that
 * drafts, rules and samplers ever see.
 *
 * <p>A law may be a view of memory that its owner reuses: valid until the pass it came from is followed by another.
 */
public interface Law {
    /** Number of tokens in the vocabulary. */
    int size();

    /** Probability of {@code token}, in [0, 1]; the probabilities of all tokens add up to 1 within rounding. */
    double prob(int token);

    /**
     * What {@code token}, one of the support, weighs: proportional to {@link #prob}, and cheaper where nobody asks what all weights
     * add up to.
     */
    default double weight(int token) {
        return prob(token);
    }

    /** A number that {@link #weight} does not exceed, for whoever can do without most weights: a race has one winner. */
    default double weightAtMost(int token) {
        return weight(token);
    }

    /** Number of tokens that may have a probability above 0: what top-k leaves, 1 at temperature 0. */
    default int support() {
        return size();
    }

    /** The {@code index}-th token of the support, in ascending order. */
    default int supported(int index) {
        return index;
    }

    /** The likeliest token, the lowest among equals. */
    default int mode() {
        int mode = supported(0);
        for (int index = 1; index < support(); index++) {
            if (weight(supported(index)) > weight(mode)) {
                mode = supported(index);
            }
        }
        return mode;
    }

    /**
     * How sure the model is: the probability of the likeliest token, in (0, 1], where no temperature has sharpened or flattened
     * it. That of the law as it is, where nothing else is known.
     */
    default double certainty() {
        double most = 0;
        for (int index = 0; index < support(); index++) {
            most = Math.max(most, prob(supported(index)));
        }
        return most;
    }

    /** A number that {@link #certainty} is not below, for whoever asks only whether the model is sure enough: mostly it is. */
    default double certaintyAtLeast() {
        return 0;
    }

    /**
     * Writes the likeliest tokens to {@code into}, the likeliest first and the lower token first among equals, and returns
     * how many. A law at temperature 0 ranks the tokens that it gives no probability too.
     */
    default int likeliest(int count, int[] into) {
        int found = 0;
        for (int index = 0; index < support(); index++) {
            int token = supported(index);
            double prob = prob(token);
            int place = found;
            while (place > 0 && prob > prob(into[place - 1])) {
                place--;
            }
            if (place == count) {
                continue;
            }
            int last = Math.min(found, count - 1);
            System.arraycopy(into, place, into, place + 1, last - place);
            into[place] = token;
            found = Math.min(found + 1, count);
        }
        return found;
    }
}
