package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a weights file, reached piece by piece. */
interface WeightBytes {
    /** What to call the file in messages. */
    String name();

    /** Number of bytes. */
    long size();

    /** Bytes from {@code offset} on, little-endian; the range must lie inside the file. */
    ByteBuffer piece(long offset, int length);

    /** A file; pieces are mapped, so only what is read is loaded. */
    static WeightBytes of(Path file) throws IOException {
        long size = Files.size(file);
        return new WeightBytes() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public ByteBuffer piece(long offset, int length) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    return channel.map(FileChannel.MapMode.READ_ONLY, offset, length)
                            .order(ByteOrder.LITTLE_ENDIAN);
                } catch (IOException e) {
                    throw new ModelLoadException("Could not read " + length + " bytes of " + file + ".", e);
                }
            }
        };
    }

    /** Bytes in memory. */
    static WeightBytes of(String name, ByteBuffer bytes) {
        return new WeightBytes() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.limit();
            }

            @Override
            public ByteBuffer piece(long offset, int length) {
                return bytes.slice(Math.toIntExact(offset), length).order(ByteOrder.LITTLE_ENDIAN);
            }
        };
    }
}
