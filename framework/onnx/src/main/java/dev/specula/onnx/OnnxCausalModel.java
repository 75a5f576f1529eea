package dev.specula.onnx;

import dev.specula.Modality;
import dev.specula.SpeculaException;
import dev.specula.model.CausalModel;
import dev.specula.model.ChatTemplate;
import dev.specula.model.CodeDecoder;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.token.ContextExceededException;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A decoder on ONNX Runtime. Thread-safe; sequences belong to one thread each. Memory of closed sequences is kept for the
 * next ones, as much as was in use at once, so that opening a sequence costs microseconds.
 */
public final class OnnxCausalModel implements CausalModel {
    private final DecoderParts parts;
    private final DecoderHead head;
    private final GraphSession chain;
    private final GraphSession general;
    private final @Nullable GraphSession lone;
    private boolean loneIsExact = true;
    private final @Nullable GraphSession memory;
    private final Map<Modality, OnnxRowEncoder> encoders = new EnumMap<>(Modality.class);
    private final Map<Modality, OnnxCodeDecoder> decoders = new EnumMap<>(Modality.class);
    private final Deque<DecoderMemory> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();

    private OnnxCausalModel(DecoderParts parts, Map<String, GraphSession> graphs) {
        this.parts = parts;
        this.head = new DecoderHead(parts.headTokens());
        this.chain = graph(graphs, DecoderFormat.CHAIN);
        this.general = graph(graphs, DecoderFormat.GENERAL);
        this.lone = graphs.get(DecoderFormat.LONE);
        this.memory = parts.memory() == null ? null : graph(graphs, MemoryShape.GRAPH);
        parts.encoders()
                .forEach((modality, shape) ->
                        encoders.put(modality, new OnnxRowEncoder(graph(graphs, EncoderShape.GRAPH), shape)));
        parts.decoders()
                .forEach((modality, shape) ->
                        decoders.put(modality, new OnnxCodeDecoder(graph(graphs, CodeDecoderShape.GRAPH), shape)));
    }

    /**
     * Loads the graphs; the first time on a machine they are written and prepared, which takes longer.
     *
     * @param graphs graphs {@link DecoderFormat#CHAIN}, {@link DecoderFormat#GENERAL}, perhaps {@link DecoderFormat#LONE}, those of the encoders and decoders and,
     *     with a memory, {@link MemoryShape#GRAPH}
     * @throws EngineException if the runtime refuses a graph
     */
    public static OnnxCausalModel load(DecoderParts parts, GraphBundle graphs) {
        OnnxCausalModel model =
                new OnnxCausalModel(parts, GraphCache.inUserDirectory().open(graphs));
        model.loneIsExact = model.lone != null && LoneRow.isExact(model, parts.memory());
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
    public ModelSpec spec() {
        return parts.spec();
    }

    @Override
    public Vocabulary vocabulary() {
        return parts.vocabulary();
    }

    @Override
    public int[] endTokens() {
        return parts.endTokens().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public View view() {
        return parts.view();
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        check(prompt);
        DecoderMemory free = idle.pollFirst();
        if (free == null) {
            free = new DecoderMemory(parts.shape(), parts.memory());
        }
        open.incrementAndGet();
        try {
            return new OnnxSequence(this, free, prompt, sampling, passes);
        } catch (RuntimeException e) { // a prompt that sequences refuse
            release(free);
            throw e;
        }
    }

    private void check(Prompt prompt) {
        if (prompt.lanes() != 1) {
            throw new IllegalArgumentException("\"" + spec().name() + "\" has columns of one token, but the prompt has "
                    + prompt.lanes() + " lanes.");
        }
        if (prompt.length() >= spec().contextTokens()) {
            throw new ContextExceededException(prompt.length(), 1, spec().contextTokens());
        }
        if (prompt.isEncoded()) {
            checkMemory(prompt);
        }
        FloatBuffer values = prompt.values();
        int wanted = prompt.rows() * spec().width();
        if (values != null && values.capacity() < wanted) {
            throw new SpeculaException("\"" + spec().name() + "\" takes rows of " + spec().width() + " numbers, so "
                    + prompt.rows() + " rows must hold " + wanted + ", but hold " + values.capacity() + ".");
        }
    }

    void checkMemory(Prompt prompt) {
        MemoryShape wanted = parts.memory();
        FloatBuffer given = prompt.memory();
        int numbers = wanted == null ? 0 : wanted.rows() * wanted.width();
        int found = given == null ? 0 : given.remaining();
        if (numbers != found) {
            throw new SpeculaException("\"" + spec().name() + "\" attends to "
                    + (wanted == null ? "no encoder" : wanted.rows() + " rows of " + wanted.width() + " numbers")
                    + ", but the prompt's memory holds " + found + " numbers; give it what its encoder makes.");
        }
    }

    void release(DecoderMemory sequenceMemory) {
        open.decrementAndGet();
        idle.addFirst(sequenceMemory);
    }

    DecoderShape shape() {
        return parts.shape();
    }

    DecoderHead head() {
        return head;
    }

    /** What turns an encoder's rows into keys and values. */
    GraphSession memory() {
        if (memory == null) {
            throw new IllegalStateException("\"" + spec().name() + "\" attends to no encoder.");
        }
        return memory;
    }

    GraphSession chain() {
        return chain;
    }

    /** The graph for one row with the bits of a chain; null where there is none, or where this processor's kernels give others. */
    @Nullable
    GraphSession lone() {
        return loneIsExact ? lone : null;
    }

    GraphSession general() {
        return general;
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        @Nullable RowEncoder encoder = encoders.get(modality);
        return Optional.ofNullable(encoder);
    }

    @Override
    public Optional<RowEncoder> connector() {
        return parts.connectorIfAny();
    }

    @Override
    public Optional<CodeDecoder> decoder(Modality modality) {
        @Nullable CodeDecoder decoder = decoders.get(modality);
        return Optional.ofNullable(decoder);
    }

    @Override
    public int[] generation(String key) {
        return parts.generation().getOrDefault(key, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Optional<String> configuration(String file) {
        @Nullable String text = parts.configurations().get(file);
        return Optional.ofNullable(text);
    }

    @Override
    public Optional<ChatTemplate> chatTemplate() {
        return parts.chatTemplateIfAny();
    }

    @Override
    public void close() {
        if (open.get() > 0) {
            throw new IllegalStateException("\"" + spec().name() + "\" still has " + open.get()
                    + " open sequences; close them before the model.");
        }
        for (DecoderMemory free = idle.poll(); free != null; free = idle.poll()) {
            free.close();
        }
        if (memory != null) {
            memory.close();
        }
        encoders.values().forEach(OnnxRowEncoder::close);
        decoders.values().forEach(OnnxCodeDecoder::close);
        chain.close();
        if (lone != null) {
            lone.close();
        }
        general.close();
    }
}
