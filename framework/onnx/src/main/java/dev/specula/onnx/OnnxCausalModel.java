package dev.specula.onnx;

import dev.specula.Modality;
import dev.specula.model.Passes;
import dev.specula.token.Followers;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decoder on ONNX Runtime whose graphs were written for speculation. */
public final class OnnxCausalModel extends OnnxModel<DecoderMemory> {
    private static final int MOST_COMMON = 4096; // vocabularies number what they merged first, the most common, first
    private static final String LINE_START = "\n"; // a token alone is unlike anything a model has seen

    private static final System.Logger LOG = System.getLogger(OnnxCausalModel.class.getName());

    private final GraphSession general;
    private final @Nullable GraphSession chain;
    private final @Nullable GraphSession lone;
    private boolean loneIsExact = true;
    private final @Nullable GraphSession memory;
    private final Path kept; // where its graphs are
    private @Nullable Followers followers; // null until somebody asks

    private OnnxCausalModel(DecoderParts parts, Map<String, GraphSession> graphs, Path kept) {
        super(parts, encoders(parts, graphs), decoders(parts, graphs));
        this.general = graph(graphs, DecoderFormat.GENERAL);
        this.chain = graphs.get(DecoderFormat.CHAIN);
        this.lone = graphs.get(DecoderFormat.LONE);
        this.memory = parts.memory() == null ? null : graph(graphs, MemoryShape.GRAPH);
        this.kept = kept;
    }

    private static Map<Modality, OnnxRowEncoder> encoders(DecoderParts parts, Map<String, GraphSession> graphs) {
        Map<Modality, OnnxRowEncoder> encoders = new EnumMap<>(Modality.class);
        parts.encoders()
                .forEach((modality, shape) ->
                        encoders.put(modality, new OnnxRowEncoder(graph(graphs, EncoderShape.GRAPH), shape)));
        return encoders;
    }

    private static Map<Modality, OnnxCodeDecoder> decoders(DecoderParts parts, Map<String, GraphSession> graphs) {
        Map<Modality, OnnxCodeDecoder> decoders = new EnumMap<>(Modality.class);
        parts.decoders()
                .forEach((modality, shape) ->
                        decoders.put(modality, new OnnxCodeDecoder(graph(graphs, CodeDecoderShape.GRAPH), shape)));
        return decoders;
    }

    /**
     * Loads the graphs; the first time on a machine they are written and prepared, which takes longer.
     *
     * @param graphs graphs {@link DecoderFormat#GENERAL}, which widens a lone row's attention if it has no {@link DecoderFormat#CHAIN}
     *     beside it, perhaps that and {@link DecoderFormat#LONE}, those of the encoders and decoders and, with a memory, {@link MemoryShape#GRAPH}
     * @throws EngineException if the runtime refuses a graph
     */
    public static OnnxCausalModel load(DecoderParts parts, GraphBundle graphs) {
        GraphCache cache = GraphCache.inUserDirectory();
        OnnxCausalModel model = new OnnxCausalModel(parts, cache.open(graphs), cache.directory(graphs));
        try {
            model.loneIsExact = (model.lone != null || model.chain == null)
                    && CutChain.of(model, parts.memory()).isExact();
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        return model;
    }

    private static GraphSession graph(Map<String, GraphSession> graphs, String name) {
        GraphSession graph = graphs.get(name);
        if (graph == null) {
            throw new IllegalArgumentException(
                    "A model needs a graph named \"" + name + "\", but the bundle has " + graphs.keySet() + ".");
        }
        return graph;
    }

    @Override
    public synchronized Followers followers() {
        if (followers == null) {
            int[] before = saysText() ? vocabulary().encode(LINE_START) : new int[0];
            boolean fits = before.length + Followers.ASKED_AT_ONCE < spec().contextTokens();
            followers = before.length > 0 && fits ? followersAfter(before) : Followers.NONE;
        }
        return followers;
    }

    /** Whether an answer needs neither an encoder's rows nor is a picture or sound in tokens. */
    private boolean saysText() {
        return parts().memory() == null && parts().decoders().isEmpty();
    }

    private Followers followersAfter(int[] before) {
        int tokens = Math.min(MOST_COMMON, vocabulary().size());
        return new FollowersFile(kept, tokens, spec().vocabulary()).orElseKeep(() -> {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Asking \"{0}\" once what it says after each of {1} tokens, to guess with.",
                    spec().name(),
                    tokens);
            try (Sequence sequence = open(Prompt.of(before), Sampling.GREEDY, Passes.FASTEST)) {
                return Followers.asked(sequence, tokens, spec().vocabulary());
            }
        });
    }

    @Override
    DecoderMemory allocate() {
        MemoryShape attended = parts().memory();
        return new DecoderMemory(
                shape(), attended == null || memory == null ? null : new EncoderMemory(attended, memory));
    }

    @Override
    Sequence sequence(DecoderMemory sequenceMemory, Prompt prompt, Sampling sampling, Passes passes) {
        return new OnnxSequence(this, sequenceMemory, prompt, sampling, passes);
    }

    DecoderShape shape() {
        return parts().shape();
    }

    /** The lean graph for chains; null where the general one computes them too. */
    @Nullable
    GraphSession chain() {
        return chain;
    }

    /** The graph for one row with the bits of a chain; null where there is none, or where this processor's kernels give others. */
    @Nullable
    GraphSession lone() {
        return loneIsExact ? lone : null;
    }

    /** Whether the general graph gives one row the bits of a chain where its mask has a row more. */
    boolean widensLoneRow() {
        return chain == null && loneIsExact;
    }

    GraphSession general() {
        return general;
    }

    @Override
    void closeGraphs() {
        if (memory != null) {
            memory.close();
        }
        if (chain != null) {
            chain.close();
        }
        if (lone != null) {
            lone.close();
        }
        general.close();
    }
}
