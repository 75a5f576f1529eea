package dev.specula.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Keeps each code at the running mean of the vectors it stands for (van den Oord et al. 2017, appendix), and gives codes
 * that stand for none a badly served vector of the batch instead. The means are kept beside the weights, so that a
 * checkpoint holds them.
 */
public final class CodebookAverages {

    private static final String PREFIX = "teacher.codebook.";
    private static final double DECAY = 0.97;
    private static final float DEAD = 0.05f; // vectors a batch

    private final PictureTokenizer tokenizer;
    private final Weights weights;

    public CodebookAverages(PictureTokenizer tokenizer, Weights weights) {
        this.tokenizer = tokenizer;
        this.weights = weights;
    }

    /** Whether the weight called {@code name} is kept by averages: an optimiser must leave it alone. */
    public static boolean keeps(String name) {
        return name.equals(PictureTokenizer.CODEBOOK) || name.startsWith(PREFIX);
    }

    /** Moves the codebook towards {@code vectors (rows, width)} that were given {@code codes (rows)}. */
    public void learn(NDArray vectors, NDArray codes) {
        TokenizerShape shape = tokenizer.shape();
        NDArray members = codes.oneHot(shape.codes(), DataType.FLOAT32);
        counts().muli(DECAY)
                .addi(members.sum(new int[] {0}).reshape(shape.codes(), 1).mul(1 - DECAY));
        sums().muli(DECAY).addi(members.transpose().matMul(vectors).mul(1 - DECAY));
        NDArray codebook = tokenizer.codebook();
        NDArray alive = counts().gt(DEAD).toType(DataType.FLOAT32, true);
        NDArray means = sums().div(counts().maximum(DEAD));
        // A code that stands for nearly nothing stays where it is.
        codebook.addi(means.sub(codebook).mul(alive));
    }

    /**
     * Gives every dead code one of {@code vectors (rows, width)}, no two alike, the likelier the farther it is from its own
     * code; {@code misses (rows)} are the squared distances. Returns how many were dead.
     */
    public int revive(NDArray vectors, NDArray misses, Random random) {
        TokenizerShape shape = tokenizer.shape();
        float[] count = counts().toFloatArray();
        float[] sum = sums().toFloatArray();
        float[] codebook = tokenizer.codebook().toFloatArray();
        float[] rows = vectors.toFloatArray();
        int[] order = byChance(misses.toFloatArray(), random);
        Set<Integer> taken = new HashSet<>();
        int next = 0;
        int revived = 0;
        for (int code = 0; code < count.length; code++) {
            if (count[code] > DEAD) {
                continue;
            }
            float[] row = new float[0];
            while (next < order.length && row.length == 0) {
                int from = order[next++] * shape.width();
                float[] candidate = Arrays.copyOfRange(rows, from, from + shape.width());
                row = taken.add(Arrays.hashCode(candidate)) ? candidate : row;
            }
            if (row.length == 0) {
                break; // fewer different vectors than dead codes
            }
            System.arraycopy(row, 0, codebook, code * shape.width(), row.length);
            System.arraycopy(row, 0, sum, code * shape.width(), row.length);
            count[code] = 1;
            revived++;
        }
        if (revived > 0) {
            counts().set(count);
            sums().set(sum);
            tokenizer.codebook().set(codebook);
        }
        return revived;
    }

    /** Rows in the order in which a race weighted by {@code misses} finishes. */
    private static int[] byChance(float[] misses, Random random) {
        double[] times = new double[misses.length];
        Integer[] order = new Integer[misses.length];
        for (int row = 0; row < misses.length; row++) {
            times[row] = -Math.log(1 - random.nextDouble()) / (Math.max(misses[row], 0) + 1e-9);
            order[row] = row;
        }
        Arrays.sort(order, (one, other) -> Double.compare(times[one], times[other]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private NDArray counts() {
        return weights.constant(PREFIX + "counts", 0, tokenizer.shape().codes(), 1);
    }

    private NDArray sums() {
        return weights.constant(
                PREFIX + "sums", 0, tokenizer.shape().codes(), tokenizer.shape().width());
    }
}
