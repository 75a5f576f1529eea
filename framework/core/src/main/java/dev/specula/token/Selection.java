package dev.specula.token;

/** Selection without sorting. */
final class Selection {
    private Selection() {}

    /** The {@code k}-th highest of the first {@code size} values, which are reordered (Hoare 1961, middle pivot). */
    static float kthHighest(float[] values, int size, int k) {
        int wanted = k - 1;
        int low = 0;
        int high = size - 1;
        while (low < high) {
            float pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] > pivot) {
                    i++;
                }
                while (values[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    float swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return values[wanted];
            }
        }
        return values[low];
    }

    /**
     * The last of the likeliest tokens whose weights together reach {@code wanted}; of all, where rounding keeps them below.
     * Reorders the first {@code size} of {@code tokens}. Each step keeps the side on which the sum crosses, so that the
     * expected cost is linear.
     */
    static int lastOfNucleus(int[] tokens, int size, float[] logits, double[] weights, double wanted) {
        int low = 0;
        int high = size - 1;
        double before = 0; // weight of the tokens before low, each likelier than all from low on
        while (low < high) {
            int pivot = tokens[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (comesAfter(pivot, tokens[i], logits)) {
                    i++;
                }
                while (comesAfter(tokens[j], pivot, logits)) {
                    j--;
                }
                if (i <= j) {
                    int swapped = tokens[i];
                    tokens[i++] = tokens[j];
                    tokens[j--] = swapped;
                }
            }
            double left = before;
            int reached = low;
            while (reached < i && left < wanted) {
                left += weights[tokens[reached++]];
            }
            if (left < wanted) {
                before = left;
                low = i;
            } else if (reached > j + 1) {
                return pivot; // it alone stands between the sides, and it reached the sum
            } else {
                high = j;
            }
        }
        return tokens[Math.min(low, high)];
    }

    /** Whether {@code token} is less likely than {@code other}; of equals the higher one is. */
    static boolean comesAfter(int token, int other, float[] logits) {
        return logits[token] < logits[other] || (logits[token] == logits[other] && token > other);
    }
}
