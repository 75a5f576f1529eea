package dev.specula.graphs;

import static dev.specula.graphs.GraphWriter.FLOAT;
import static dev.specula.graphs.GraphWriter.INT64;
import static dev.specula.graphs.GraphWriter.attribute;

import dev.specula.onnx.DecoderFormat;
import java.util.Arrays;

/**
 * Writes what makes pictures of codes (the decoder of a VQ-VAE, van den Oord et al. 2017): the codes' vectors, residual blocks of
 * two convolutions over the grid of codes, and one patch of pixels for each place. codes (1, places) -> values (3, S, S),
 * -1 to 1. Always in 32-bit floats: it runs once per picture or preview.
 */
final class PictureDecoderGraph {
    private final PictureDecoderConfig config;
    private final Weights weights;
    private final Matrices matrices = new FloatMatrices();
    private final GraphWriter graph = new GraphWriter("picture");

    private PictureDecoderGraph(PictureDecoderConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
    }

    static WrittenGraph write(PictureDecoderConfig config, Weights weights) {
        return new PictureDecoderGraph(config, weights).write();
    }

    private WrittenGraph write() {
        int places = config.places();
        String codes = graph.input(DecoderFormat.CODES, INT64, 1, places);
        String x = linear(vectors(codes), "decoder.in", config.channels(), config.width());
        x = transpose("grid.turned", x, 0, 2, 1);
        x = reshape("grid", x, 1, config.channels(), config.side(), config.side());
        for (int block = 0; block < config.depth(); block++) {
            x = block(x, "decoder.blocks." + block + ".");
        }
        x = reshape("places.turned", graph.node("Gelu", "last.gelu", x), 1, config.channels(), places);
        x = linear(transpose("places", x, 0, 2, 1), "decoder.out", config.patchNumbers(), config.channels());
        graph.node(
                "Clip",
                DecoderFormat.VALUES,
                pixels(x),
                graph.floats("black", new float[] {-1}),
                graph.floats("white", new float[] {1}));
        graph.output(DecoderFormat.VALUES, FLOAT, 3, config.imageSize(), config.imageSize());
        return graph.write();
    }

    /** (1, places) -> (1, places, width). */
    private String vectors(String codes) {
        String name = PictureDecoder.CODEBOOK;
        float[] codebook = weights.read(name, config.codes(), config.width());
        return graph.node("Gather", "vectors", graph.floats(name, codebook, config.codes(), config.width()), codes);
    }

    private String block(String x, String at) {
        String inner = convolution(graph.node("Gelu", at + "gelu1", x), at + "conv1");
        return graph.node("Add", at + "out", x, convolution(graph.node("Gelu", at + "gelu2", inner), at + "conv2"));
    }

    private String convolution(String x, String name) {
        int channels = config.channels();
        float[] weight = weights.read(name + ".weight", channels, channels, 3, 3);
        float[] bias = weights.read(name + ".bias", channels);
        return graph.named(
                        "Conv",
                        name,
                        x,
                        graph.floats(name + ".weight", weight, channels, channels, 3, 3),
                        graph.floats(name + ".bias", bias, channels))
                .addAttribute(attribute("kernel_shape", new long[] {3, 3}))
                .addAttribute(attribute("pads", new long[] {1, 1, 1, 1}))
                .getName();
    }

    /** Patches side by side: (1, places, 3 * patch * patch), channel first, -> (3, S, S). */
    private String pixels(String x) {
        int side = config.side();
        int patch = config.patch();
        String patches = reshape("patches", x, side, side, 3, patch, patch);
        return reshape(
                "pixels",
                transpose("patches.turned", patches, 2, 0, 3, 1, 4),
                3,
                config.imageSize(),
                config.imageSize());
    }

    private String linear(String x, String name, int outputs, int inputs) {
        float[] weight = weights.read(name + ".weight", outputs, inputs);
        return matrices.product(
                graph, x, new Matrix(name, outputs, inputs, weight, weights.read(name + ".bias", outputs)));
    }

    private String reshape(String name, String x, int... shape) {
        long[] sizes = Arrays.stream(shape).asLongStream().toArray();
        return graph.node("Reshape", name, x, graph.longs(name + ".shape", sizes, sizes.length));
    }

    private String transpose(String name, String x, long... order) {
        return graph.named("Transpose", name, x)
                .addAttribute(attribute("perm", order))
                .getName();
    }
}
