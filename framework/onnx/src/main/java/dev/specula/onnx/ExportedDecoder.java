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

/** A decoder that somebody else exported, and what its graph says of itself: which inputs it takes, and how large its caches are. */
final class ExportedDecoder implements AutoCloseable {
    private static final Pattern CACHED = Pattern.compile("(\\d+)\\.(?:(decoder|encoder)\\.)?(key|value)");
    private static final Set<String> KNOWN = Set.of(
            ExportFormat.TOKENS,
            ExportFormat.ROWS,
            ExportFormat.MASK,
            ExportFormat.POSITIONS,
            ExportFormat.LOGIT_ROWS,
            ExportFormat.HAS_PAST,
            ExportFormat.MEMORY,
            ExportFormat.MEMORY_MASK);

    private final GraphSession graph;
    private final @Nullable GraphSession embedding;
    private final @Nullable MemoryShape memory;
    private final Cache own;
    private final Cache encoders;

    /**
     * Names of a tensor of keys or values.
     *
     * @param past the input
     * @param present the output
     */
    record Cached(String past, String present) {}

    /**
     * Keys and values of all layers.
     *
     * @param tensors layer after layer; empty where a decoder has none
     * @param heads heads of keys and values
     * @param headSize numbers in a head
     */
    record Cache(List<Cached> tensors, int heads, int headSize) {
        long bytesPerColumn() {
            return (long) tensors.size() * heads * headSize * Float.BYTES;
        }
    }

    /**
     * Reads what the graph takes and gives.
     *
     * @param embedding makes rows of tokens; null where the decoder takes tokens
     * @param encoder gives the rows that it may attend to; null without
     * @throws ModelLoadException if it is of a kind that cannot be run
     */
    ExportedDecoder(GraphSession graph, @Nullable GraphSession embedding, @Nullable EncoderShape encoder) {
        this.graph = graph;
        this.embedding = embedding;
        for (String input : graph.inputs().keySet()) {
            if (!KNOWN.contains(input) && !input.startsWith(ExportFormat.PAST)) {
                throw refused("it takes \"" + input + "\", and known are " + new TreeSet<>(KNOWN) + " and "
                        + ExportFormat.PAST + "*");
            }
        }
        this.own = cache(false);
        this.encoders = cache(true);
        if (own.tensors().isEmpty()) {
            throw refused("it has no inputs " + ExportFormat.PAST
                    + "*, so every pass would compute all columns again; export it with its cache (\"with past\")");
        }
        requireRank(ExportFormat.MASK, 2);
        requireRank(ExportFormat.POSITIONS, 2);
        requireFloats(graph.outputs(), ExportFormat.LOGITS);
        if (takesRows() && embedding == null) {
            throw refused(
                    "it takes rows (" + ExportFormat.ROWS + "), so embed_tokens.onnx must lie beside it, but does not");
        }
        if (graph.inputs().containsKey(ExportFormat.MEMORY)) {
            if (encoder == null) {
                throw refused(
                        "it attends to the rows of an encoder, so encoder_model.onnx must lie beside it, but does not");
            }
            if (!encoders.tensors().isEmpty() && !graph.inputs().containsKey(ExportFormat.HAS_PAST)) {
                throw refused(
                        "it is one half of two, one for the first pass and one for the others; take the one that joins"
                                + " them, decoder_model_merged.onnx");
            }
            this.memory =
                    new MemoryShape(layers(), encoders.heads(), encoders.headSize(), encoder.rows(), encoder.width());
        } else {
            this.memory = null;
        }
    }

    private Cache cache(boolean ofEncoder) {
        Map<Integer, Cached[]> byLayer = new TreeMap<>();
        long[] shape = {1, 0, 0, 0};
        for (String input : graph.inputs().keySet()) {
            if (!input.startsWith(ExportFormat.PAST)) {
                continue;
            }
            String rest = input.substring(ExportFormat.PAST.length());
            Matcher name = CACHED.matcher(rest);
            if (!name.matches()) {
                throw refused("\"" + input + "\" is no keys or values of a layer");
            }
            if ("encoder".equals(name.group(2)) != ofEncoder) {
                continue;
            }
            Cached cached = new Cached(input, ExportFormat.PRESENT + rest);
            requireFloats(graph.inputs(), input);
            requireFloats(graph.outputs(), cached.present());
            shape = headsOf(input, shape);
            byLayer.computeIfAbsent(Integer.valueOf(name.group(1)), layer -> new Cached[2])[
                    name.group(3).equals("key") ? 0 : 1] = cached;
        }
        List<Cached> tensors = new ArrayList<>();
        byLayer.forEach((layer, pair) -> {
            if (pair[0] == null || pair[1] == null) {
                throw refused("layer " + layer + " has keys or values, but not both");
            }
            tensors.addAll(Arrays.asList(pair));
        });
        return new Cache(List.copyOf(tensors), Math.toIntExact(shape[1]), Math.toIntExact(shape[3]));
    }

    /** The shape of {@code input}, which must be (batch, heads, columns, head size) as that of the others. */
    private long[] headsOf(String input, long[] others) {
        long[] shape = info(graph.inputs(), input).getShape();
        boolean known = shape.length == 4 && shape[1] > 0 && shape[3] > 0;
        boolean same = others[1] == 0 || (known && shape[1] == others[1] && shape[3] == others[3]);
        if (!known || !same) {
            throw refused("\"" + input
                    + "\" must have the shape (batch, heads, columns, head size) with the same heads in all"
                    + " layers, but has " + Arrays.toString(shape));
        }
        return shape;
    }

    private void requireRank(String input, int rank) {
        TensorInfo info = graph.inputs().get(input);
        if (info != null && info.getShape().length != rank) {
            throw refused("\"" + input + "\" must have " + rank + " dimensions, but has the shape "
                    + Arrays.toString(info.getShape()));
        }
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

    private ModelLoadException refused(String why) {
        return new ModelLoadException("The exported decoder of \"" + graph.name() + "\" cannot be run: " + why + ".");
    }

    /** Its own keys and values. */
    Cache own() {
        return own;
    }

    /** Keys and values of an encoder's rows. */
    Cache encoders() {
        return encoders;
    }

    /** What it attends to in an encoder's rows; null for a decoder alone. */
    @Nullable
    MemoryShape memory() {
        return memory;
    }

    int layers() {
        return own.tensors().size() / 2;
    }

    int vocabulary() {
        return last(info(graph.outputs(), ExportFormat.LOGITS));
    }

    /** Whether columns may be given as rows. */
    boolean takesRows() {
        return takes(ExportFormat.ROWS);
    }

    /** Numbers in a given row; 0 where it takes none. */
    int width() {
        return takesRows() ? last(info(graph.inputs(), ExportFormat.ROWS)) : 0;
    }

    private int last(TensorInfo info) {
        long[] shape = info.getShape();
        if (shape[shape.length - 1] < 1) {
            throw refused("it does not say how long its rows are: the last of " + Arrays.toString(shape)
                    + " must be a number");
        }
        return Math.toIntExact(shape[shape.length - 1]);
    }

    /** Whether it has the input {@code name}. */
    boolean takes(String name) {
        return graph.inputs().containsKey(name);
    }

    GraphSession graph() {
        return graph;
    }

    /** What makes rows of tokens; null where it takes tokens. */
    @Nullable
    GraphSession embedding() {
        return embedding;
    }

    @Override
    public void close() {
        graph.close();
        if (embedding != null) {
            embedding.close();
        }
    }
}
