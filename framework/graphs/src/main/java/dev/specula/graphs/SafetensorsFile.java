package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A safetensors file: a JSON header and the tensors after it. The header is checked when the file is opened (ranges inside
 * the file, sizes that match shapes, no overlap, nothing cut off); a tensor's bytes are read when it is asked for.
 */
final class SafetensorsFile implements Weights {
    private static final int LENGTH_BYTES = 8;
    private static final int LONGEST_HEADER = 100_000_000;

    private record Entry(String name, ElementType type, List<Integer> shape, long begin, long end) {
        /** Number of elements; -1 where 63 bits cannot count them. */
        long elements() {
            long count = 1;
            for (int size : shape) {
                if (Math.multiplyHigh(count, size) != 0 || count * size < 0) {
                    return -1;
                }
                count *= size;
            }
            return count;
        }
    }

    private final WeightBytes bytes;
    private final long dataStart;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SafetensorsFile(WeightBytes bytes, long dataStart) {
        this.bytes = bytes;
        this.dataStart = dataStart;
    }

    /**
     * Reads and checks the header.
     *
     * @throws ModelLoadException if the file is cut off or its header is wrong
     */
    static SafetensorsFile open(WeightBytes bytes) {
        if (bytes.size() < LENGTH_BYTES) {
            throw new ModelLoadException(
                    bytes.name() + " is not a safetensors file: it must start with an 8-byte length, but has "
                            + bytes.size() + " bytes.");
        }
        long length = bytes.piece(0, LENGTH_BYTES).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > bytes.size() - LENGTH_BYTES) {
            throw new ModelLoadException(bytes.name() + " is not a safetensors file or is cut off: its header claims "
                    + Long.toUnsignedString(length) + " bytes, the file has " + bytes.size()
                    + ForeignFormat.remark(bytes) + ".");
        }
        SafetensorsFile file = new SafetensorsFile(bytes, LENGTH_BYTES + length);
        file.readHeader((int) length);
        file.checkRanges();
        return file;
    }

    /** As the header orders them. */
    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    @Override
    public int[] shape(String name) {
        return entry(name).shape().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public float[] read(String name) {
        Entry entry = entry(name);
        ByteBuffer source = bytes(name); // refuses what is too large before anything is allocated
        float[] values = new float[(int) entry.elements()];
        entry.type().read(source, values.length, values, 0, name);
        return values;
    }

    @Override
    public void readRows(String name, int first, int count, float[] into, int place) {
        Entry entry = entry(name);
        long width = entry.elements() / Math.max(1, entry.shape().get(0));
        int bytesOfRow = Math.toIntExact(width * entry.type().bytes);
        ByteBuffer source = bytes.piece(
                dataStart + entry.begin() + (long) first * bytesOfRow, Math.multiplyExact(count, bytesOfRow));
        entry.type().read(source, Math.toIntExact(count * width), into, place, name);
    }

    /** Reads a tensor of whole numbers that fit 32 bits. */
    int[] integers(String name) {
        Entry entry = entry(name);
        if (entry.type() != ElementType.I64) {
            throw new ModelLoadException("Tensor \"" + name + "\" must hold I64, but holds " + entry.type() + ".");
        }
        LongBuffer values = bytes(name).asLongBuffer();
        return IntStream.range(0, values.limit())
                .map(i -> Math.toIntExact(values.get(i)))
                .toArray();
    }

    /** The stored bytes of a tensor, little-endian, not copied. */
    ByteBuffer bytes(String name) {
        Entry entry = entry(name);
        long length = entry.end() - entry.begin();
        if (length > Integer.MAX_VALUE) {
            throw new ModelLoadException(
                    "Tensor \"" + name + "\" must have fewer than 2^31 bytes to be read, but has " + length + ".");
        }
        return bytes.piece(dataStart + entry.begin(), (int) length);
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new ModelLoadException("Tensor \"" + name + "\" is missing in " + bytes.name() + ".");
        }
        return entry;
    }

    private void readHeader(int length) {
        String header =
                StandardCharsets.UTF_8.decode(bytes.piece(LENGTH_BYTES, length)).toString();
        try {
            JsonObject root = JsonParser.parseString(header).getAsJsonObject();
            for (Map.Entry<String, JsonElement> member : root.entrySet()) {
                if (!member.getKey().equals("__metadata__")) {
                    entries.put(
                            member.getKey(),
                            entry(member.getKey(), member.getValue().getAsJsonObject()));
                }
            }
        } catch (JsonParseException
                | IllegalStateException
                | NumberFormatException
                | UnsupportedOperationException
                | NullPointerException
                | IndexOutOfBoundsException
                | ClassCastException e) { // all the ways in which the parser says that it found something else
            throw new ModelLoadException("The header of " + bytes.name() + " is not what safetensors requires.", e);
        }
    }

    private static Entry entry(String name, JsonObject json) {
        JsonArray sizes = json.getAsJsonArray("shape");
        List<Integer> shape = sizes.asList().stream().map(JsonElement::getAsInt).toList();
        if (shape.stream().anyMatch(size -> size < 0)) {
            throw new ModelLoadException("Tensor \"" + name + "\" has a negative size in its shape " + shape + ".");
        }
        JsonArray range = json.getAsJsonArray("data_offsets");
        return new Entry(
                name,
                ElementType.of(json.get("dtype").getAsString(), name),
                shape,
                range.get(0).getAsLong(),
                range.get(1).getAsLong());
    }

    private void checkRanges() {
        List<Entry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long data = bytes.size() - dataStart;
        long written = 0;
        String before = "the header";
        for (Entry entry : ordered) {
            String range = "[" + entry.begin() + ", " + entry.end() + ")";
            if (entry.begin() < 0 || entry.end() < entry.begin() || entry.end() > data) {
                throw new ModelLoadException(
                        "Tensor \"" + entry.name() + "\" is said to lie at " + range + " of the data in " + bytes.name()
                                + ", which has " + data + " bytes: the file is cut off or damaged.");
            }
            long elements = entry.elements();
            int each = entry.type().bytes;
            if (elements < 0
                    || (entry.end() - entry.begin()) / each != elements
                    || (entry.end() - entry.begin()) % each != 0) {
                throw new ModelLoadException("Tensor \"" + entry.name() + "\" must take " + each
                        + " bytes for each element of its shape " + entry.shape() + ", but lies at " + range + ".");
            }
            if (entry.begin() != written) {
                throw new ModelLoadException("Tensor \"" + entry.name() + "\" at " + range + " must start where "
                        + before + " ends, at " + written + ".");
            }
            written = entry.end();
            before = "\"" + entry.name() + "\"";
        }
    }
}
