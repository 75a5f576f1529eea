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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What decoders on ONNX Runtime have in common, whoever wrote their graphs. Thread-safe; sequences belong to one thread each.
 * Memory of closed sequences is kept for the next ones, as much as was in use at once, so that opening a sequence costs
 * microseconds.
 *
 * @param <M> memory of a sequence
 */
abstract class OnnxModel<M extends SequenceMemory> implements CausalModel {
    private final DecoderParts parts;
    private final DecoderHead head;
    private final Map<Modality, OnnxRowEncoder> encoders;
    private final Map<Modality, OnnxCodeDecoder> decoders;
    private final Deque<M> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();

    OnnxModel(DecoderParts parts, Map<Modality, OnnxRowEncoder> encoders, Map<Modality, OnnxCodeDecoder> decoders) {
        this.parts = parts;
        this.head = new DecoderHead(parts.headTokens());
        this.encoders = Map.copyOf(encoders);
        this.decoders = Map.copyOf(decoders);
    }

    /** Memory for one more sequence. */
    abstract M allocate();

    /** A sequence over {@code memory}, which it releases when it is closed. */
    abstract Sequence sequence(M memory, Prompt prompt, Sampling sampling, Passes passes);

    /** Frees the graphs that compute rows. */
    abstract void closeGraphs();

    @Override
    public final ModelSpec spec() {
        return parts.spec();
    }

    @Override
    public final Vocabulary vocabulary() {
        return parts.vocabulary();
    }

    @Override
    public final int[] endTokens() {
        return parts.endTokens().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public final View view() {
        return parts.view();
    }

    @Override
    public final Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        check(prompt);
        M free = idle.pollFirst();
        if (free == null) {
            free = allocate();
        }
        open.incrementAndGet();
        try {
            return sequence(free, prompt, sampling, passes);
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
        boolean whole = wanted == null || (found > 0 && found % wanted.width() == 0);
        if (found > numbers || !whole) {
            throw new SpeculaException("\"" + spec().name() + "\" attends to "
                    + (wanted == null
                            ? "no encoder"
                            : "up to " + wanted.rows() + " rows of " + wanted.width() + " numbers")
                    + ", but the prompt's memory holds " + found + " numbers; give it what its encoder makes.");
        }
    }

    void release(M sequenceMemory) {
        idle.addFirst(sequenceMemory);
        open.decrementAndGet();
    }

    /** Sequences whose memory is kept for the next ones. */
    int kept() {
        return idle.size();
    }

    DecoderParts parts() {
        return parts;
    }

    DecoderHead head() {
        return head;
    }

    @Override
    public final Optional<RowEncoder> encoder(Modality modality) {
        @Nullable RowEncoder encoder = encoders.get(modality);
        return Optional.ofNullable(encoder);
    }

    @Override
    public final Optional<RowEncoder> connector() {
        return parts.connectorIfAny();
    }

    @Override
    public final Optional<CodeDecoder> decoder(Modality modality) {
        @Nullable CodeDecoder decoder = decoders.get(modality);
        return Optional.ofNullable(decoder);
    }

    @Override
    public final int[] generation(String key) {
        return parts.generation().getOrDefault(key, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public final Optional<String> configuration(String file) {
        @Nullable String text = parts.configurations().get(file);
        return Optional.ofNullable(text);
    }

    @Override
    public final Optional<ChatTemplate> chatTemplate() {
        return parts.chatTemplateIfAny();
    }

    @Override
    public final void close() {
        if (open.get() > 0) {
            throw new IllegalStateException("\"" + spec().name() + "\" still has " + open.get()
                    + " open sequences; close them before the model.");
        }
        for (M free = idle.poll(); free != null; free = idle.poll()) {
            free.close();
        }
        encoders.values().forEach(OnnxRowEncoder::close);
        decoders.values().forEach(OnnxCodeDecoder::close);
        closeGraphs();
    }
}
