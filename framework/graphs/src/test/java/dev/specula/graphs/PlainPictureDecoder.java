package dev.specula.graphs;

/** What makes pictures of codes, written out from its definition in double precision: the slow twin of {@link PictureDecoderGraph}. */
final class PlainPictureDecoder {
    private final CheckpointWriter weights;
    private final int side;
    private final int patch;
    private final int depth;

    PlainPictureDecoder(CheckpointWriter weights, int side, int patch, int depth) {
        this.weights = weights;
        this.side = side;
        this.patch = patch;
        this.depth = depth;
    }

    /** Codes, row by row, to (3, side * patch, side * patch). */
    double[] decode(int... codes) {
        int width = weights.shape("codebook.weight")[1];
        double[][] places = new double[codes.length][width];
        for (int place = 0; place < codes.length; place++) {
            for (int c = 0; c < width; c++) {
                places[place][c] = weights.values("codebook.weight")[codes[place] * width + c];
            }
        }
        double[][] planes = turned(linear(places, "decoder.in"));
        for (int block = 0; block < depth; block++) {
            String at = "decoder.blocks." + block + ".";
            double[][] inner = convolve(convolve(planes, at + "conv1"), at + "conv2");
            for (int c = 0; c < planes.length; c++) {
                for (int place = 0; place < codes.length; place++) {
                    planes[c][place] += inner[c][place];
                }
            }
        }
        double[][] patches = linear(turned(gelu(planes)), "decoder.out");
        int size = side * patch;
        double[] pixels = new double[3 * size * size];
        for (int i = 0; i < pixels.length; i++) {
            int y = i / size % size;
            int x = i % size;
            int number = (i / (size * size) * patch + y % patch) * patch + x % patch;
            pixels[i] = Math.max(-1, Math.min(1, patches[y / patch * side + x / patch][number]));
        }
        return pixels;
    }

    /** GELU, then three by three with one zero around. */
    private double[][] convolve(double[][] planes, String name) {
        double[][] in = gelu(planes);
        float[] weight = weights.values(name + ".weight");
        float[] bias = weights.values(name + ".bias");
        double[][] out = new double[bias.length][side * side];
        for (int c = 0; c < bias.length; c++) {
            for (int place = 0; place < side * side; place++) {
                double total = bias[c];
                for (int tap = 0; tap < in.length * 9; tap++) {
                    int row = place / side + tap % 9 / 3 - 1;
                    int column = place % side + tap % 3 - 1;
                    if (row >= 0 && row < side && column >= 0 && column < side) {
                        total += in[tap / 9][row * side + column] * weight[c * in.length * 9 + tap];
                    }
                }
                out[c][place] = total;
            }
        }
        return out;
    }

    private double[][] linear(double[][] x, String name) {
        float[] weight = weights.values(name + ".weight");
        float[] bias = weights.values(name + ".bias");
        double[][] out = new double[x.length][bias.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < bias.length; o++) {
                out[i][o] = bias[o];
                for (int c = 0; c < x[i].length; c++) {
                    out[i][o] += x[i][c] * weight[o * x[i].length + c];
                }
            }
        }
        return out;
    }

    private static double[][] turned(double[][] x) {
        double[][] out = new double[x[0].length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                out[j][i] = x[i][j];
            }
        }
        return out;
    }

    private static double[][] gelu(double[][] x) {
        return PlainVisionEncoder.gelu(x);
    }
}
