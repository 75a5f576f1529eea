package dev.specula.graphs;

import java.util.List;

/**
 * Linear layers, with an activation between them, from the width of an encoder to that of a decoder; squares of patches may be
 * folded into the width before, in the order of Idefics 3.
 *
 * @param takesLast whether the last block's output is taken, and its norm with it
 * @param dropsFirst whether its first row is left out
 * @param factor patches on a side of a square that becomes one row; 1 folds none
 * @param names of the layers
 * @param biased whether they have biases
 * @param activation between them
 * @param rowWidth width of the decoder
 */
record ProjectingBridge(
        boolean takesLast,
        boolean dropsFirst,
        int factor,
        List<String> names,
        boolean biased,
        Activation activation,
        int rowWidth)
        implements Bridge {
    ProjectingBridge {
        names = List.copyOf(names);
    }

    @Override
    public int rows(EncoderConfig encoder) {
        return (encoder.places() - (dropsFirst ? 1 : 0)) / (factor * factor);
    }

    @Override
    public int width(EncoderConfig encoder) {
        return rowWidth;
    }

    @Override
    public String write(LayerWriter layers, EncoderConfig encoder, String x) {
        String last = factor == 1 ? x : folded(layers, encoder, x);
        int inputs = encoder.sizes().hidden() * factor * factor;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            last = layers.product(last, layers.linear(name, rowWidth, inputs, biased));
            if (i < names.size() - 1) {
                last = activation.write(layers.graph(), name + ".active", last);
            }
            inputs = rowWidth;
        }
        return last;
    }

    /** (1, cells, E) -> (1, rows, E * factor * factor). */
    private String folded(LayerWriter layers, EncoderConfig encoder, String x) {
        long across = encoder.across();
        long down = encoder.cells() / across;
        long width = encoder.sizes().hidden();
        String wide = layers.reshape("folded.wide", x, 1, down, across / factor, width * factor);
        String turned = layers.transpose("folded.turned", wide, 0, 2, 1, 3);
        String square =
                layers.reshape("folded.square", turned, 1, across / factor, down / factor, width * factor * factor);
        String back = layers.transpose("folded.back", square, 0, 2, 1, 3);
        return layers.reshape("folded", back, 1, rows(encoder), width * factor * factor);
    }
}
