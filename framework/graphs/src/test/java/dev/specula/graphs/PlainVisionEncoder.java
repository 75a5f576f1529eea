package dev.specula.graphs;

/** The picture encoder written out from its definition in double precision: the slow twin of {@link EncoderGraph}. */
final class PlainVisionEncoder {
    private static final String VISION = "model.vision_model.";

    private final CheckpointWriter weights;
    private final int layers;
    private final int heads;
    private final int pool;
    private final int[] strides;

    PlainVisionEncoder(CheckpointWriter weights, int layers, int heads, int pool, int... strides) {
        this.weights = weights;
        this.layers = layers;
        this.heads = heads;
        this.pool = pool;
        this.strides = strides;
    }

    /** (3, size, size) row-major -> (rows, width). */
    double[][] encode(float[] pixels, int size) {
        double[][] planes = new double[3][size * size];
        for (int i = 0; i < pixels.length; i++) {
            planes[i / (size * size)][i % (size * size)] = pixels[i];
        }
        int side = size;
        for (int i = 0; i < strides.length; i++) {
            planes = convolve(planes, side, strides[i], VISION + "embeddings.stem." + i);
            side /= strides[i];
        }
        int patches = side * side;
        int width = planes.length;
        float[] positions = weights.values(VISION + "embeddings.position_embedding.weight");
        double[][] x = new double[patches][width];
        for (int patch = 0; patch < patches; patch++) {
            for (int c = 0; c < width; c++) {
                x[patch][c] = planes[c][patch] + positions[patch * width + c];
            }
        }
        for (int layer = 0; layer < layers; layer++) {
            String at = VISION + "encoder.layers." + layer + ".";
            x = sum(x, attention(norm(x, at + "layer_norm1"), at + "self_attn."));
            x = sum(x, linear(gelu(linear(norm(x, at + "layer_norm2"), at + "mlp.fc1")), at + "mlp.fc2"));
        }
        x = norm(x, VISION + "post_layernorm");
        return matrix(shuffle(x, side), "model.connector.modality_projection.proj.weight");
    }

    /** Three by three, one zero around, then GELU. */
    private double[][] convolve(double[][] in, int side, int stride, String name) {
        float[] weight = weights.values(name + ".weight");
        float[] bias = weights.values(name + ".bias");
        int smaller = side / stride;
        double[][] out = new double[bias.length][smaller * smaller];
        for (int c = 0; c < bias.length; c++) {
            for (int place = 0; place < smaller * smaller; place++) {
                double total = bias[c];
                for (int tap = 0; tap < in.length * 9; tap++) {
                    int row = stride * (place / smaller) + tap % 9 / 3 - 1;
                    int column = stride * (place % smaller) + tap % 3 - 1;
                    if (row >= 0 && row < side && column >= 0 && column < side) {
                        total += in[tap / 9][row * side + column] * weight[c * in.length * 9 + tap];
                    }
                }
                out[c][place] = total;
            }
        }
        return gelu(out);
    }

    private double[][] attention(double[][] x, String at) {
        double[][] q = linear(x, at + "q_proj");
        double[][] k = linear(x, at + "k_proj");
        double[][] v = linear(x, at + "v_proj");
        int size = q[0].length / heads;
        double[][] mixed = new double[x.length][q[0].length];
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < x.length; i++) {
                double[] share = new double[x.length];
                double total = 0;
                for (int j = 0; j < x.length; j++) {
                    double score = 0;
                    for (int c = head * size; c < (head + 1) * size; c++) {
                        score += q[i][c] * k[j][c];
                    }
                    share[j] = Math.exp(score / Math.sqrt(size));
                    total += share[j];
                }
                for (int j = 0; j < x.length; j++) {
                    for (int c = head * size; c < (head + 1) * size; c++) {
                        mixed[i][c] += share[j] / total * v[j][c];
                    }
                }
            }
        }
        return linear(mixed, at + "out_proj");
    }

    /** Row (a, b) of the result holds the pool x pool patches from (a * pool, b * pool) on, row by row. */
    private double[][] shuffle(double[][] x, int side) {
        int rows = side / pool;
        int width = x[0].length;
        double[][] out = new double[rows * rows][pool * pool * width];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                int part = i % pool * pool + j % pool;
                System.arraycopy(x[i * side + j], 0, out[i / pool * rows + j / pool], part * width, width);
            }
        }
        return out;
    }

    private double[][] linear(double[][] x, String name) {
        double[][] out = matrix(x, name + ".weight");
        float[] bias = weights.values(name + ".bias");
        for (double[] row : out) {
            for (int c = 0; c < row.length; c++) {
                row[c] += bias[c];
            }
        }
        return out;
    }

    private double[][] matrix(double[][] x, String name) {
        float[] weight = weights.values(name);
        int outputs = weights.shape(name)[0];
        double[][] out = new double[x.length][outputs];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < outputs; o++) {
                for (int c = 0; c < x[i].length; c++) {
                    out[i][o] += x[i][c] * weight[o * x[i].length + c];
                }
            }
        }
        return out;
    }

    private double[][] norm(double[][] x, String name) {
        float[] weight = weights.values(name + ".weight");
        float[] bias = weights.values(name + ".bias");
        double[][] out = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            double mean = 0;
            for (double value : x[i]) {
                mean += value / x[i].length;
            }
            double variance = 0;
            for (double value : x[i]) {
                variance += (value - mean) * (value - mean) / x[i].length;
            }
            for (int c = 0; c < x[i].length; c++) {
                out[i][c] = (x[i][c] - mean) / Math.sqrt(variance + 1e-6) * weight[c] + bias[c];
            }
        }
        return out;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] out = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < a[i].length; c++) {
                out[i][c] = a[i][c] + b[i][c];
            }
        }
        return out;
    }

    static double[][] gelu(double[][] x) {
        double[][] out = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < x[i].length; c++) {
                out[i][c] = x[i][c] * normalCdf(x[i][c]);
            }
        }
        return out;
    }

    /** Integrates the density by Simpson's rule from far below; exact to 1e-10. */
    private static double normalCdf(double z) {
        if (z < -9) {
            return 0;
        }
        int steps = 2000;
        double width = (z + 9) / steps;
        double total = 0;
        for (int i = 0; i <= steps; i++) {
            double t = -9 + i * width;
            double density = Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
            total += density * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return total * width / 3;
    }
}
