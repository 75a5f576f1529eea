package dev.specula.graphs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of the same decoder with its residual stream seen along other axes, which changes nothing but rounding (Ashkboos et al. 2024,
 * SliceGPT, arXiv 2401.15024, and QuaRot, arXiv 2404.00456). In trained models a few numbers of each row are tens of times as large as the
 * others, and a row rounded to a step for the largest loses the rest; turned, no number sticks out. Weights of norms move into the matrices that read the norm.
 * A normalised row that is turned is so near to normal numbers of variance 1 that one step does for all rows: matrices that read it have
 * an {@code input_scale}, and need no operators to find a step for each. Unlike in QuaRot only the stream is turned, in blocks and without random signs: what enters the last matrix of an attention or a
 * feed-forward block would need an operator for it in each pass.
 */
final class RotatedWeights implements Weights {
    private final Weights stored;
    private final DecoderConfig config;
    private final Rotation rotation;
    private final String embedding;
    private final String head;
    private final Set<String> norms = new HashSet<>();
    private final Map<String, String> normOf = new HashMap<>(); // of matrices that read the stream
    private final Set<String> writing = new HashSet<>(); // matrices and biases whose outputs are added to the stream

    // Rows that are mixed with each other, turned: whoever reads a few rows asks for the next few after them.
    private String blockTensor = "";
    private int blockFirst;
    private float[] block = {};

    private RotatedWeights(Weights stored, DecoderConfig config, Rotation rotation) {
        this.stored = stored;
        this.config = config;
        this.rotation = rotation;
        this.embedding = config.tensors().of("embedding") + ".weight";
        this.head = config.tensors().of("head") + ".weight";
        reads(head, config.tensors().of("final_norm"));
        for (int layer = 0; layer < config.sizes().layers(); layer++) {
            reads(layer, "attention_norm", List.of("query", "key", "value", "query_key_value"));
            reads(layer, "feed_forward_norm", List.of("gate", "up"));
            for (String role : List.of("output", "down")) {
                writing.add(config.tensors().of(layer, role) + ".weight");
                writing.add(config.tensors().of(layer, role) + ".bias");
            }
        }
    }

    private void reads(int layer, String norm, List<String> roles) {
        TensorNames names = config.tensors();
        for (String role : roles) {
            if (names.has(role)) {
                reads(names.of(layer, role) + ".weight", names.of(layer, norm));
            }
        }
    }

    private void reads(String matrix, String norm) {
        norms.add(norm + ".weight");
        normOf.put(matrix, norm + ".weight");
    }

    /**
     * How the stream of a decoder can be turned: not at all where norms take means off, come after what they normalise or have weights that no matrix
     * follows, where rows are added to the stream that no matrix gives, or where the checkpoint says to which steps inputs are rounded.
     */
    static Rotation rotationOf(DecoderGraph.Source decoder) {
        DecoderConfig config = decoder.config();
        TensorNames names = config.tensors();
        boolean plain = config.norms().kind() == NormKind.RMS
                && !config.norms().after()
                && config.order() == DecoderConfig.MatrixOrder.OUTPUTS_INPUTS
                && !config.hasMemory()
                && names.has("head")
                && List.of("positions", "embedding_norm", "after_attention_norm", "after_feed_forward_norm").stream()
                        .noneMatch(names::has);
        boolean stepsGiven = decoder.weights().names().stream().anyMatch(name -> name.endsWith(Matrix.INPUT_SCALE));
        return plain && !stepsGiven ? Rotation.of(config.sizes().hidden()) : Rotation.NONE;
    }

    /** The same decoder, its stream turned. The head has a tensor of its own, for the embedding does not follow the last norm. */
    static DecoderGraph.Source rotated(DecoderGraph.Source decoder, Rotation rotation) {
        return rotation.isNone()
                ? decoder
                : new DecoderGraph.Source(
                        decoder.config().untied(),
                        new RotatedWeights(decoder.weights(), decoder.config(), rotation),
                        decoder.positions());
    }

    private String storedName(String name) {
        return name.equals(head) && config.head() == DecoderConfig.Head.TIED ? embedding : name;
    }

    /** Whether it is the step of what a matrix reads of the stream. */
    private boolean isStep(String name) {
        return name.endsWith(Matrix.INPUT_SCALE)
                && normOf.containsKey(name.substring(0, name.length() - Matrix.INPUT_SCALE.length()) + ".weight");
    }

    @Override
    public boolean has(String name) {
        return isStep(name) || stored.has(storedName(name));
    }

    @Override
    public Set<String> names() {
        return stored.names();
    }

    @Override
    public int[] shape(String name) {
        return isStep(name) ? new int[] {1} : stored.shape(storedName(name));
    }

    @Override
    public float[] read(String name) {
        if (isStep(name)) {
            return new float[] {rotation.largest(config.sizes().hidden()) / RoundedProduct.LARGEST};
        }
        if (norms.contains(name)) {
            float[] ones = stored.read(name);
            Arrays.fill(ones, 1);
            return ones;
        }
        int[] shape = shape(name);
        if (shape.length == 1) {
            float[] bias = stored.read(name);
            if (writing.contains(name)) {
                rotation.turn(bias, 0, bias.length);
            }
            return bias;
        }
        float[] values =
                new float[Math.toIntExact(Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact))];
        readRows(name, 0, shape[0], values, 0);
        return values;
    }

    @Override
    public void readRows(String name, int first, int count, float[] into, int place) {
        if (writing.contains(name)) {
            readTurnedRows(name, first, count, into, place);
            return;
        }
        stored.readRows(storedName(name), first, count, into, place);
        String norm = normOf.get(name);
        int width = config.sizes().hidden();
        if (norm != null) {
            float[] weights = stored.read(norm, width);
            for (int row = place; row < place + count * width; row += width) {
                for (int i = 0; i < width; i++) {
                    into[row + i] *= weights[i];
                }
            }
        }
        if (norm != null || name.equals(embedding)) {
            rotation.turn(into, place, count * width);
        }
    }

    private void readTurnedRows(String name, int first, int count, float[] into, int place) {
        int width = shape(name)[1];
        int size = rotation.block();
        for (int row = first; row < first + count; ) {
            int begin = row / size * size;
            int rows = Math.min(first + count, begin + size) - row;
            System.arraycopy(
                    block(name, begin, width),
                    (row - begin) * width,
                    into,
                    place + (row - first) * width,
                    rows * width);
            row += rows;
        }
    }

    /** Row {@code first} of a tensor and those it is mixed with, turned. */
    private float[] block(String name, int first, int width) {
        if (!blockTensor.equals(name) || blockFirst != first) {
            int count = Math.multiplyExact(rotation.block(), width);
            block = block.length == count ? block : new float[count];
            stored.readRows(name, first, rotation.block(), block, 0);
            rotation.turnColumns(block, width);
            blockTensor = name;
            blockFirst = first;
        }
        return block;
    }
}
