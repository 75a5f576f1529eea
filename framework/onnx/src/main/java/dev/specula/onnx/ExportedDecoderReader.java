package dev.specula.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.specula.model.ModelLoadException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a decoder's graph what it takes and gives, and how large its caches are. */
final class ExportedDecoderReader {
    private static final Pattern CACHED = Pattern.compile("(\\d+)\\.(?:(decoder|encoder)\\.)?(key|value)");
    private static final Set<String> KNOWN = Set.of(
            ExportFormat.TOKENS,
            ExportFormat.ROWS,
            ExportFormat.MASK,
            ExportFormat.POSITIONS,
            ExportFormat.PLACES,
            ExportFormat.LOGIT_ROWS,
            ExportFormat.HAS_PAST,
            ExportFormat.MEMORY,
            ExportFormat.MEMORY_MASK);

    private final GraphSession graph;
    private final Map<String, TensorInfo> inputs;
    private final Map<String, TensorInfo> outputs;

    private ExportedDecoderReader(GraphSession graph) {
        this.graph = graph;
        this.inputs = graph.inputs();
        this.outputs = graph.outputs();
    }

    /**
     * Reads a decoder.
     *
     * @param embedding makes rows of tokens; null without
     * @param encoder gives the rows that it may attend to; null without
     * @throws ModelLoadException if it is of a kind that cannot be run
     */
    static ExportedDecoder read(GraphSession graph, @Nullable GraphSession embedding, @Nullable EncoderShape encoder) {
        return new ExportedDecoderReader(graph).read(embedding, encoder);
    }

    private ExportedDecoder read(@Nullable GraphSession embedding, @Nullable EncoderShape encoder) {
        requireKnownInputs();
        ExportedDecoder.Cache own = cache(false);
        ExportedDecoder.Cache encoders = cache(true);
        if (own.tensors().isEmpty()) {
            throw refused("it has no inputs " + ExportFormat.PAST
                    + "*, so every pass would compute all columns again; export it with its cache (\"with past\")");
        }
        TensorInfo rows = inputs.get(ExportFormat.ROWS);
        if (rows != null) {
            requireEmbedding(rows, embedding, encoder);
        }
        requireFloats(outputs, ExportFormat.LOGITS);
        return new ExportedDecoder(
                graph,
                embedding,
                inputs.keySet(),
                own,
                encoders,
                memory(encoders, encoder),
                last(info(outputs, ExportFormat.LOGITS)),
                rows == null ? 0 : last(rows));
    }

    private void requireKnownInputs() {
        for (String input : inputs.keySet()) {
            if (!KNOWN.contains(input) && !input.startsWith(ExportFormat.PAST)) {
                throw refused("it takes \"" + input + "\", and known are " + new TreeSet<>(KNOWN) + " and "
                        + ExportFormat.PAST + "*");
            }
        }
        for (String input : List.of(ExportFormat.MASK, ExportFormat.POSITIONS)) {
            TensorInfo info = inputs.get(input);
            if (info != null && info.getShape().length != 2) {
                throw refused("\"" + input + "\" must have 2 dimensions, but has the shape "
                        + Arrays.toString(info.getShape()));
            }
        }
    }

    private void requireEmbedding(TensorInfo rows, @Nullable GraphSession embedding, @Nullable EncoderShape encoder) {
        if (embedding == null) {
            throw refused(
                    "it takes rows (" + ExportFormat.ROWS + "), so embed_tokens.onnx must lie beside it, but does not");
        }
        if (inputs.containsKey(ExportFormat.TOKENS)) {
            throw refused("it takes rows and tokens at once; take an export that takes one of them");
        }
        requireFloats(inputs, ExportFormat.ROWS);
        requireFloats(embedding.outputs(), ExportFormat.ROWS);
        if (encoder != null && !inputs.containsKey(ExportFormat.MEMORY)) {
            requireWidth(rows, encoder);
        }
    }

    /** What it attends to; null for a decoder alone. */
    private @Nullable MemoryShape memory(ExportedDecoder.Cache encoders, @Nullable EncoderShape encoder) {
        if (!encoders.tensors().isEmpty() && !inputs.containsKey(ExportFormat.HAS_PAST)) {
            throw refused(
                    "it is one half of two, one for the first pass and one for the others; take the one that joins"
                            + " them, decoder_model_merged.onnx");
        }
        TensorInfo attended = inputs.get(ExportFormat.MEMORY);
        if (attended == null) {
            return null;
        }
        if (encoder == null) {
            throw refused(
                    "it attends to the rows of an encoder, so encoder_model.onnx must lie beside it, but does not");
        }
        requireWidth(attended, encoder);
        return new MemoryShape(encoder.rows(), encoder.width());
    }

    /** An encoder of another model gives rows of another length, perhaps. */
    private void requireWidth(TensorInfo taken, EncoderShape encoder) {
        int width = last(taken);
        if (width != encoder.width()) {
            throw refused("it takes rows of " + width + " numbers, but the encoder beside it gives rows of "
                    + encoder.width());
        }
    }

    private ExportedDecoder.Cache cache(boolean ofEncoder) {
        Map<Integer, ExportedDecoder.Cached[]> byLayer = new TreeMap<>();
        long[] shape = {1, 0, 0, 0};
        for (String input : inputs.keySet()) {
            if (!input.startsWith(ExportFormat.PAST)) {
                continue;
            }
            String rest = input.substring(ExportFormat.PAST.length());
            Matcher name = CACHED.matcher(rest);
            if (!name.matches()) {
                throw refused("\"" + input + "\" is no keys or values of a layer");
            }
            if ("encoder".equals(name.group(2)) == ofEncoder) {
                ExportedDecoder.Cached cached = new ExportedDecoder.Cached(input, ExportFormat.PRESENT + rest);
                requireFloats(inputs, input);
                requireFloats(outputs, cached.present());
                shape = headsOf(input, shape);
                byLayer.computeIfAbsent(Integer.valueOf(name.group(1)), layer -> new ExportedDecoder.Cached[2])[
                        name.group(3).equals("key") ? 0 : 1] = cached;
            }
        }
        List<ExportedDecoder.Cached> tensors = new ArrayList<>();
        byLayer.forEach((layer, pair) -> {
            if (pair[0] == null || pair[1] == null) {
                throw refused("layer " + layer + " must have keys and values, but has one of them");
            }
            tensors.addAll(Arrays.asList(pair));
        });
        return new ExportedDecoder.Cache(List.copyOf(tensors), Math.toIntExact(shape[1]), Math.toIntExact(shape[3]));
    }

    /** The shape of {@code input}, which must be (batch, heads, columns, head size) with the heads of the others. */
    private long[] headsOf(String input, long[] others) {
        long[] shape = info(inputs, input).getShape();
        boolean known = shape.length == 4 && shape[1] > 0 && shape[3] > 0;
        boolean same = others[1] == 0 || (known && shape[1] == others[1] && shape[3] == others[3]);
        if (!known || !same) {
            throw refused("\"" + input
                    + "\" must have the shape (batch, heads, columns, head size) with the same heads in all"
                    + " layers, but has " + Arrays.toString(shape));
        }
        return shape;
    }

    private void requireFloats(Map<String, TensorInfo> tensors, String name) {
        TensorInfo info = info(tensors, name);
        if (info.type != OnnxJavaType.FLOAT) {
            throw refused("\"" + name + "\" must hold 32-bit floats, but holds " + info.type
                    + "; take an export of other types, for example the one whose name has no suffix");
        }
    }

    private TensorInfo info(Map<String, TensorInfo> tensors, String name) {
        TensorInfo info = tensors.get(name);
        if (info == null) {
            throw refused("it has no \"" + name + "\", but has " + new TreeSet<>(tensors.keySet()));
        }
        return info;
    }

    private int last(TensorInfo info) {
        long[] shape = info.getShape();
        if (shape[shape.length - 1] < 1) {
            throw refused("it does not say how long its rows are: the last of " + Arrays.toString(shape)
                    + " must be a number");
        }
        return Math.toIntExact(shape[shape.length - 1]);
    }

    private ModelLoadException refused(String why) {
        return new ModelLoadException("The exported decoder of \"" + graph.name() + "\" cannot be run: " + why + ".");
    }
}
