package dev.specula.graphs;

import dev.specula.Modality;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelSpec;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.onnx.CodeDecoderShape;
import dev.specula.onnx.DecoderFormat;
import dev.specula.onnx.DecoderParts;
import dev.specula.onnx.DecoderShape;
import dev.specula.onnx.EncoderShape;
import dev.specula.onnx.GraphBundle;
import dev.specula.onnx.MemoryShape;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A checkpoint, read as far as needed to say what its model is; weights are read when a graph is written. */
final class Checkpoint {
    /** Changes when the same checkpoint gives other graphs. */
    private static final String WRITER_VERSION = "18";

    /**
     * Bytes that one thread reads in the time that two take to agree on who reads what, in all the products of a step. Drafts are
     * that small; a model of more may be a target, whose passes over many rows want all threads.
     */
    private static final long STEP_OF_ONE_THREAD = 2L << 20;

    /** Bytes of matrices that are worth having once more for the sake of a leaner graph. */
    private static final long PACKED_TWICE = 32L << 20;

    private static final int MOST_ROWS = 1 << 16; // of an encoder that a draft is given

    private static final System.Logger LOG = System.getLogger(Checkpoint.class.getName());

    private final String name;
    private final CheckpointSource source;
    private final CheckpointFolder folder;
    private final CheckpointDescription description;
    private final CheckpointWeights weights;
    private final Optional<PictureDecoder> pictureDecoder;
    private final ModelParts parts;
    private final DecoderConfig config;

    private Checkpoint(String name, CheckpointSource source, CheckpointFolder folder, CheckpointWeights weights) {
        this.name = name;
        this.source = source;
        this.folder = folder;
        this.description = CheckpointDescription.of(folder);
        this.weights = weights;
        this.pictureDecoder = PictureDecoder.in(folder);
        this.parts = ModelPartsReader.read(description.json(), weights.tensors());
        this.config = parts.decoder();
    }

    static Checkpoint read(String name, CheckpointSource source) {
        return read(name, source, CheckpointFolder.at(source.location()));
    }

    static Checkpoint read(String name, CheckpointSource source, CheckpointFolder folder) {
        return new Checkpoint(name, source, folder, folder.weights());
    }

    /** The same model as if it had learnt nothing. */
    Checkpoint untrained(long seed) {
        return new Checkpoint(name, source, folder, weights.random(seed));
    }

    private int context() {
        return Math.min(source.contextTokens(), config.sizes().contextTokens());
    }

    private DecoderShape shape() {
        DecoderConfig.Sizes sizes = config.sizes();
        return new DecoderShape(
                sizes.layers(),
                sizes.keyHeads(),
                sizes.headSize(),
                sizes.hidden(),
                config.logits(),
                context() + DecoderShape.SPARE_ROWS,
                config.window());
    }

    /** What the model is made of, beside its graphs. */
    DecoderParts parts() {
        DecoderShape shape = shape();
        View view = view();
        return new DecoderParts(
                spec(shape),
                shape,
                memory(),
                description.vocabulary(config.sizes().vocabulary()),
                config.headTokens(),
                description.endTokens(),
                description.generation(),
                description.configurations(),
                view,
                encoders(),
                pictureDecoder
                        .map(decoder -> Map.of(Modality.IMAGE, decoder.shape()))
                        .orElse(Map.of()),
                view == View.POOLED ? connector() : null,
                description.chatTemplate());
    }

    private ModelSpec spec(DecoderShape shape) {
        DecoderConfig.Sizes sizes = config.sizes();
        long embedding = 4L * sizes.vocabulary() * sizes.hidden();
        return new ModelSpec(
                name,
                sizes.vocabulary(),
                sizes.layers(),
                sizes.hidden(),
                context(),
                source.format().toString(),
                embedding + matrixBytes() * copies() + encoderBytes(),
                shape.cacheBytesPerColumn());
    }

    /** How often matrices are in memory. */
    private int copies() {
        return hasLeanGraphs() && !sharesWeights() ? 2 : 1;
    }

    /** What runs once for an input: its blocks as they multiply, and what is before them in 32-bit floats. */
    private long encoderBytes() {
        ModelParts.Encoder encoder = parts.encoder();
        if (encoder == null) {
            return 0;
        }
        long matrices = encoder.config().matrixWeights();
        long before = encoder.config().stem().stream()
                .mapToLong(convolution -> Arrays.stream(encoder.weights().shape(convolution.name() + ".weight"))
                        .asLongStream()
                        .reduce(1, Math::multiplyExact))
                .sum();
        return Float.BYTES * before + (roundsEncoder() ? WeightFormat.RI8.bytes(matrices) : Float.BYTES * matrices);
    }

    /** In one graph. */
    private long matrixBytes() {
        boolean coded = source.format() == WeightFormat.STORED && weights.areCoded();
        return coded ? codedBytes() : source.format().bytes(config.matrixWeights());
    }

    /** Each matrix may be stored as codes of its own kind. */
    private long codedBytes() {
        TensorNames names = config.tensors();
        long bytes = codedBytes(names.of(config.head() == DecoderConfig.Head.TIED ? "embedding" : "head"));
        for (int layer = 0; layer < config.sizes().layers(); layer++) {
            for (String role : List.of("query", "key", "value", "output", "gate", "up", "down")) {
                bytes += names.has(role) ? codedBytes(names.of(layer, role)) : 0;
            }
        }
        return bytes;
    }

    private long codedBytes(String matrix) {
        String tensor = matrix + ".weight";
        long numbers =
                Arrays.stream(weights.tensors().shape(tensor)).asLongStream().reduce(1, Math::multiplyExact);
        CodedRows codes = weights.tensors().codes(tensor);
        return codes == null ? Float.BYTES * numbers : codes.layout().bytesOf(numbers);
    }

    /** Whether graphs share weights as kernels want them. Those of 4 bits the runtime packs anew for each graph, in memory of its own. */
    private boolean sharesWeights() {
        return switch (source.format()) {
            case F32, RI8 -> true;
            case INT4 -> false;
            case STORED -> !weights.areCoded();
        };
    }

    /**
     * Whether chains have graphs of their own, which take less time in small models. Layers that see a window hide columns by a mask
     * alone, and a chain must sum over the same columns in every graph, so there the general one computes all.
     */
    private boolean hasLeanGraphs() {
        return config.window() == 0 && (sharesWeights() || matrixBytes() <= PACKED_TWICE);
    }

    /** What a pass over one row reads: the matrices, and the keys and values of what the decoder attends to in an encoder's rows. */
    private long bytesOfStep() {
        MemoryShape memory = memory();
        return matrixBytes()
                + (memory == null ? 0 : source.format().memory(config).bytes(memory.rows()));
    }

    /** Its graphs, written when asked for. */
    GraphBundle graphs() {
        DecoderShape shape = shape();
        DecoderGraph.Source decoder = new DecoderGraph.Source(config, parts.decoderWeights(), shape.cacheRows());
        GraphBundle bundle = new GraphBundle(fingerprint(shape));
        DecoderGraph.Variant general = hasLeanGraphs() ? DecoderGraph.Variant.GENERAL : DecoderGraph.Variant.SOLE;
        add(bundle, DecoderFormat.GENERAL, () -> DecoderGraph.write(decoder, source.format(), general));
        if (hasLeanGraphs()) {
            add(
                    bundle,
                    DecoderFormat.CHAIN,
                    () -> DecoderGraph.write(decoder, source.format(), DecoderGraph.Variant.CHAIN));
        }
        if (hasLeanGraphs() && sharesWeights()) {
            add(
                    bundle,
                    DecoderFormat.LONE,
                    () -> DecoderGraph.write(decoder, source.format(), DecoderGraph.Variant.LONE));
        }
        if (bytesOfStep() <= STEP_OF_ONE_THREAD) {
            bundle.onCaller(DecoderFormat.CHAIN).onCaller(DecoderFormat.LONE);
        }
        ModelParts.Encoder encoder = parts.encoder();
        if (encoder != null) {
            add(
                    bundle,
                    EncoderShape.GRAPH,
                    () -> EncoderGraph.write(
                            encoder.config(), encoder.weights(), encoder.bridge(), parts.weights(), encoderMatrices()));
        }
        MemoryShape memory = memory();
        if (memory != null) {
            add(
                    bundle,
                    MemoryShape.GRAPH,
                    () -> MemoryGraph.write(
                            parts, memory.width(), source.format().memory(config), encoderMatrices()));
        }
        pictureDecoder.ifPresent(pictures -> bundle.with(
                CodeDecoderShape.GRAPH, constants -> pictures.graph().save(constants)));
        return bundle;
    }

    /**
     * How what runs once for an input multiplies. A window of sound is 1500 rows however little is said in it, which takes longer than
     * the decoder in short ones: it is rounded as targets are. Pictures keep 32-bit floats, and so does what 4 bits would slow down.
     */
    private Matrices encoderMatrices() {
        return roundsEncoder() ? new RowwiseMatrices() : new FloatMatrices();
    }

    private boolean roundsEncoder() {
        ModelParts.Encoder encoder = parts.encoder();
        boolean hears = encoder != null && encoder.modality() == Modality.AUDIO;
        return hears && source.format() == WeightFormat.RI8;
    }

    private void add(GraphBundle bundle, String name, Supplier<WrittenGraph> graph) {
        bundle.with(name, constants -> {
            WrittenGraph written = graph.get();
            byte[] bytes = written.save(constants);
            boolean again =
                    name.equals(DecoderFormat.CHAIN) || name.equals(DecoderFormat.LONE); // the general graph's matrices
            if (!again && !written.rounding().isEmpty()) {
                LOG.log(
                        Level.INFO,
                        "Weights of \"{0}\" ({1}) differ in {2} from the stored ones by {3}.",
                        this.name,
                        name,
                        source.format(),
                        written.rounding());
            }
            return bytes;
        });
    }

    private String fingerprint(DecoderShape shape) {
        Fingerprint fingerprint = new Fingerprint()
                .add(WRITER_VERSION)
                .add(source.format().toString())
                .add(Integer.toString(shape.cacheRows()))
                .add(folder.text("config.json"));
        weights.files().forEach((file, bytes) -> fingerprint.add(file).add(bytes));
        if (!weights.variant().isEmpty()) {
            fingerprint.add(weights.variant());
        }
        pictureDecoder.ifPresent(
                pictures -> fingerprint.add(pictures.configuration()).add(pictures.bytes()));
        return fingerprint.text();
    }

    private Map<Modality, EncoderShape> encoders() {
        ModelParts.Encoder encoder = parts.encoder();
        if (encoder == null) {
            return Map.of();
        }
        Bridge bridge = encoder.bridge();
        EncoderConfig itsConfig = encoder.config();
        return Map.of(
                encoder.modality(),
                new EncoderShape(itsConfig.input(), bridge.rows(itsConfig), bridge.width(itsConfig)));
    }

    /** What the decoder attends to; null for one that reads what the encoder makes, or has none. */
    private @Nullable MemoryShape memory() {
        ModelParts.Encoder encoder = parts.encoder();
        if (!config.hasMemory()) {
            return null;
        }
        return encoder == null
                ? new MemoryShape(parts.memoryRows(), config.sizes().memoryWidth())
                : new MemoryShape(
                        encoder.bridge().rows(encoder.config()),
                        encoder.bridge().width(encoder.config()));
    }

    private View view() {
        if (!folder.has("manifest.json")) {
            return View.ALL;
        }
        String view = manifest().text("view", "all");
        return switch (view) {
            case "all" -> View.ALL;
            case "text-only" -> View.TEXT_ONLY;
            case "pooled" -> View.POOLED;
            default -> throw manifest().refused("view", "all, text-only or pooled", "\"" + view + "\"");
        };
    }

    private JsonConfig manifest() {
        return JsonConfig.parse("manifest.json of \"" + source.location() + "\"", folder.text("manifest.json"));
    }

    private RowEncoder connector() {
        int[] shape = weights.tensors().shape("connector.weight");
        if (shape.length != 2 || shape[0] != config.sizes().hidden()) {
            throw new ModelLoadException("Tensor \"connector.weight\" must have the shape ("
                    + config.sizes().hidden() + ", width of the target), but has " + Arrays.toString(shape) + ".");
        }
        float[] weight = weights.tensors().read("connector.weight");
        JsonConfig manifest = manifest();
        int pool = manifest.has("pool") ? manifest.size("pool", MOST_ROWS) : 1;
        return new Connector(manifest.size("rows", MOST_ROWS), pool, shape[0], shape[1], weight);
    }
}
