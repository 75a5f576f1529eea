package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The safetensors format: a length, a JSON header, then the numbers of every tensor in little-endian order. */
public final class Safetensors {

    private static final int ALIGNED = 8;

    private Safetensors() {}

    /** Writes {@code arrays} as {@code F16} or {@code F32} with text {@code metadata}, replacing {@code file} at once. */
    public static void write(Path file, Map<String, NDArray> arrays, DataType type, Map<String, String> metadata)
            throws IOException {
        JsonObject header = new JsonObject();
        header.add("__metadata__", new Gson().toJsonTree(metadata));
        long offset = 0;
        for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
            long end = offset + entry.getValue().size() * type.getNumOfBytes();
            JsonObject tensor = new JsonObject();
            tensor.addProperty("dtype", type == DataType.FLOAT16 ? "F16" : "F32");
            tensor.add(
                    "shape", new Gson().toJsonTree(entry.getValue().getShape().getShape()));
            tensor.add("data_offsets", new Gson().toJsonTree(new long[] {offset, end}));
            header.add(entry.getKey(), tensor);
            offset = end;
        }
        StringBuilder json = new StringBuilder(header.toString());
        while (json.length() % ALIGNED != 0) {
            json.append(' ');
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
            channel.write(
                    little(ByteBuffer.allocate(Long.BYTES)).putLong(text.length).flip());
            channel.write(ByteBuffer.wrap(text));
            for (NDArray array : arrays.values()) {
                try (NDArray typed = array.toType(type, true)) {
                    channel.write(typed.toByteBuffer());
                }
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file's tensors as float arrays of {@code manager}, and its metadata. */
    public record Content(Map<String, NDArray> arrays, Map<String, String> metadata) {}

    /**
     * Reads a file of {@code F32}, {@code F16} or {@code BF16} tensors.
     *
     * @throws IOException if it cannot be read, or holds tensors of another type
     */
    public static Content read(Path file, NDManager manager) throws IOException {
        ByteBuffer bytes = little(ByteBuffer.wrap(Files.readAllBytes(file)));
        int headerLength = Math.toIntExact(bytes.getLong(0));
        String json = new String(bytes.array(), Long.BYTES, headerLength, StandardCharsets.UTF_8);
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry :
                JsonParser.parseString(json).getAsJsonObject().entrySet()) {
            JsonObject value = entry.getValue().getAsJsonObject();
            if (entry.getKey().equals("__metadata__")) {
                value.entrySet()
                        .forEach(text ->
                                metadata.put(text.getKey(), text.getValue().getAsString()));
            } else {
                arrays.put(entry.getKey(), tensor(entry.getKey(), value, bytes, Long.BYTES + headerLength, manager));
            }
        }
        return new Content(arrays, metadata);
    }

    private static NDArray tensor(String name, JsonObject value, ByteBuffer bytes, int base, NDManager manager)
            throws IOException {
        Shape shape = new Shape(new Gson().fromJson(value.get("shape"), long[].class));
        int[] offsets = new Gson().fromJson(value.get("data_offsets"), int[].class);
        ByteBuffer part = little(bytes.slice(base + offsets[0], offsets[1] - offsets[0]));
        String type = value.get("dtype").getAsString();
        switch (type) {
            case "F32" -> {
                return manager.create(part, shape, DataType.FLOAT32);
            }
            case "F16" -> {
                try (NDArray half = manager.create(part, shape, DataType.FLOAT16)) {
                    return half.toType(DataType.FLOAT32, true);
                }
            }
            case "BF16" -> {
                return manager.create(widened(part.asShortBuffer()), shape);
            }
            default ->
                throw new IOException(
                        "Tensor \"" + name + "\" must be of type F32, F16 or BF16, but is of " + type + ".");
        }
    }

    /** The upper halves of floats as floats. */
    private static float[] widened(ShortBuffer halves) {
        float[] values = new float[halves.remaining()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(halves.get(i) << 16);
        }
        return values;
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }
}
