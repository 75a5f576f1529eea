package dev.specula.onnx;

import dev.specula.Modality;
import dev.specula.model.Passes;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decoder on ONNX Runtime whose graphs were written for speculation. */
public final class OnnxCausalModel extends OnnxModel<DecoderMemory> {
    private final GraphSession general;
    private final @Nullable GraphSession chain;
    private final @Nullable GraphSession lone;
    private boolean loneIsExact = true;
    private final @Nullable GraphSession memory;

    private OnnxCausalModel(DecoderParts parts, Map<String, GraphSession> graphs) {
        super(parts, encoders(parts, graphs), decoders(parts, graphs));
        this.general = graph(graphs, DecoderFormat.GENERAL);
        this.chain = graphs.get(DecoderFormat.CHAIN);
        this.lone = graphs.get(DecoderFormat.LONE);
        this.memory = parts.memory() == null ? null : graph(graphs, MemoryShape.GRAPH);
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
        OnnxCausalModel model =
                new OnnxCausalModel(parts, GraphCache.inUserDirectory().open(graphs));
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
