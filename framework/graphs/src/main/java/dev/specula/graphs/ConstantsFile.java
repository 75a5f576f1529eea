package dev.specula.graphs;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file that large constants of a graph are written to, through maps of it: they never lie on the heap, and the graph stays
 * small.
 */
final class ConstantsFile implements AutoCloseable {
    /** Smaller constants stay in the graph. */
    static final int LEAST_BYTES = 4096;

    private static final int ALIGNMENT = 4096;

    private final Path file;
    private final FileChannel channel;
    private long end;

    private ConstantsFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Starts a file. */
    static ConstantsFile create(Path file) {
        try {
            return new ConstantsFile(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Writes a constant and tells its tensor where it lies. */
    void add(OnnxMl.TensorProto.Builder tensor, long bytes, Consumer<ConstantPlace> writer) {
        writer.accept(new ConstantPlace(tensor.getName(), bytes, (start, count) -> map(end + start, count)));
        tensor.setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", String.valueOf(file.getFileName())))
                .addExternalData(entry("offset", Long.toString(end)))
                .addExternalData(entry("length", Long.toString(bytes)));
        end = (end + bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private ByteBuffer map(long start, int bytes) {
        try {
            return channel.map(FileChannel.MapMode.READ_WRITE, start, bytes);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static OnnxMl.StringStringEntryProto entry(String key, String value) {
        return OnnxMl.StringStringEntryProto.newBuilder()
                .setKey(key)
                .setValue(value)
                .build();
    }

    private static UncheckedIOException unwritable(Path file, IOException cause) {
        return new UncheckedIOException("Could not write constants of a graph to " + file + ".", cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
