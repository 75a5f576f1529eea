package dev.specula.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The graphs of a model that somebody else exported, opened: what they take and give is read from themselves. Owned by the model
 * that {@link ExportedModel#load} makes of them.
 */
public final class ExportedGraphs implements AutoCloseable {
    private final ExportedDecoder decoder;
    private final @Nullable ExportedEncoder encoder;

    private ExportedGraphs(ExportedDecoder decoder, @Nullable ExportedEncoder encoder) {
        this.decoder = decoder;
        this.encoder = encoder;
    }

    /**
     * Files of graphs.
     *
     * @param decoder says one column after the other
     * @param embedding makes rows of tokens; null where the decoder takes tokens
     * @param encoder makes rows of a picture or sound; null without
     */
    public record Files(
            Path decoder,
            @Nullable Path embedding,
            @Nullable Path encoder) {}

    /**
     * Opens the graphs of {@code files}.
     *
     * @param name what messages call the model
     * @param encoderInput shape of what its encoder reads, {@code (3, height, width)} or {@code (bins, frames)}, asked for where
     *     the graph leaves sizes open
     * @throws dev.specula.model.ModelLoadException if a graph is of a kind that cannot be run
     * @throws EngineException if the runtime refuses a graph
     */
    public static ExportedGraphs open(String name, Files files, Supplier<List<Integer>> encoderInput) {
        List<GraphSession> opened = new ArrayList<>();
        try {
            GraphSession decoder = open(name, files.decoder(), opened);
            GraphSession embedding = files.embedding() == null ? null : open(name, files.embedding(), opened);
            ExportedEncoder encoder = files.encoder() == null
                    ? null
                    : ExportedEncoder.of(open(name, files.encoder(), opened), encoderInput);
            EncoderShape rows = encoder == null ? null : encoder.shape();
            return new ExportedGraphs(ExportedDecoderReader.read(decoder, embedding, rows), encoder);
        } catch (RuntimeException e) {
            opened.forEach(GraphSession::close);
            throw e;
        }
    }

    private static GraphSession open(String name, Path graph, List<GraphSession> opened) {
        GraphSession session = GraphSession.of(name, graph, false);
        opened.add(session);
        return session;
    }

    /** Number of tokens that its laws are over. */
    public int vocabulary() {
        return decoder.vocabulary();
    }

    /** Sizes of the decoder, for sequences of {@code columns} columns. */
    public DecoderShape shape(int columns) {
        ExportedDecoder.Cache cache = decoder.own();
        return new DecoderShape(
                decoder.layers(),
                cache.heads(),
                cache.headSize(),
                decoder.width(),
                decoder.vocabulary(),
                columns + DecoderShape.SPARE_ROWS,
                0);
    }

    /** What the decoder attends to in an encoder's rows; null for a decoder alone. */
    public @Nullable MemoryShape memory() {
        return decoder.memory();
    }

    /** Bytes of cache that a column of a sequence takes: a pass reads one copy and writes another. */
    public long cacheBytesPerColumn() {
        return 2 * decoder.own().bytesPerColumn();
    }

    ExportedDecoder decoder() {
        return decoder;
    }

    @Nullable
    ExportedEncoder encoder() {
        return encoder;
    }

    @Override
    public void close() {
        decoder.close();
        if (encoder != null) {
            encoder.rows().close();
        }
    }
}
