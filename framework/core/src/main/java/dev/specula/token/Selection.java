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
}
