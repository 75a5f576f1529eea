package dev.specula.graphs;

/** What logits differ by. */
final class LostLogits {
    private LostLogits() {}

    /** Distance of {@code found} from {@code expected}, over the length of that; of all rows at once. */
    static double distance(float[][] found, float[][] expected) {
        double lost = 0;
        double all = 0;
        for (int row = 0; row < found.length; row++) {
            for (int token = 0; token < expected[row].length; token++) {
                lost += Math.pow(found[row][token] - expected[row][token], 2);
                all += Math.pow(expected[row][token], 2);
            }
        }
        return Math.sqrt(lost / all);
    }
}
