package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A GGUF file, version 2 or 3: metadata, the places of tensors, and their blocks. The header is checked when the file is
 * opened (counts that fit the file, ranges inside it, no overlap); blocks are mapped when a tensor is asked for.
 *
 * <p>Format: the document {@code gguf.md} of the ggml project. Big-endian files are refused.
 */
final class GgufFile implements Weights {
    /** The first four bytes, little-endian. */
    static final int MAGIC = 0x46554747;

    private static final int USUAL_ALIGNMENT = 32;
    private static final int LARGEST_ALIGNMENT = 1 << 20;

    private final WeightBytes bytes;
    private final GgufMetadata metadata;
    private final long dataStart;
    private final Map<String, GgufTensor> tensors;

    private GgufFile(WeightBytes bytes, GgufMetadata metadata, long dataStart, Map<String, GgufTensor> tensors) {
        this.bytes = bytes;
        this.metadata = metadata;
        this.dataStart = dataStart;
        this.tensors = tensors;
    }

    /**
     * Reads and checks the header.
     *
     * @throws ModelLoadException if the file is cut off or its header is wrong
     */
    static GgufFile open(WeightBytes bytes) {
        // A map takes address space, not memory: only the pages of the header are read.
        ByteBuffer header = bytes.piece(0, (int) Math.min(bytes.size(), Integer.MAX_VALUE));
        GgufCursor in = new GgufCursor(bytes.name(), header);
        checkVersion(bytes, in);
        int count = in.count("tensors", GgufTensor.LEAST_BYTES);
        GgufMetadata metadata = GgufMetadata.read(bytes.name(), in, GgufMetadata.count(in), header);
        Map<String, GgufTensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            GgufTensor tensor = GgufTensor.read(in);
            if (tensors.put(tensor.name(), tensor) != null) {
                throw new ModelLoadException(
                        bytes.name() + " must have each tensor once, but has \"" + tensor.name() + "\" twice.");
            }
        }
        int alignment = alignment(metadata);
        long dataStart = (in.position() + alignment - 1L) / alignment * alignment;
        GgufFile file = new GgufFile(bytes, metadata, dataStart, tensors);
        file.checkRanges(alignment);
        return file;
    }

    private static void checkVersion(WeightBytes bytes, GgufCursor in) {
        if (bytes.size() < Integer.BYTES || in.int32("its first bytes") != MAGIC) {
            throw new ModelLoadException(
                    bytes.name() + " must start with \"GGUF\", but does not" + ForeignFormat.remark(bytes) + ".");
        }
        int version = in.int32("its version");
        if (version != 2 && version != 3) {
            throw new ModelLoadException(bytes.name() + " must be of GGUF version 2 or 3, little-endian, but is of "
                    + Integer.toUnsignedString(version) + ".");
        }
    }

    private static int alignment(GgufMetadata metadata) {
        int alignment = metadata.integer("general.alignment", USUAL_ALIGNMENT);
        if (alignment < 8 || alignment % 8 != 0 || alignment > LARGEST_ALIGNMENT) {
            throw new ModelLoadException("\"general.alignment\" must be a multiple of 8 up to " + LARGEST_ALIGNMENT
                    + ", but is " + alignment + ".");
        }
        return alignment;
    }

    private void checkRanges(int alignment) {
        List<GgufTensor> ordered = new ArrayList<>(tensors.values());
        ordered.sort(Comparator.comparingLong(GgufTensor::begin));
        long data = Math.max(0, bytes.size() - dataStart);
        long end = 0;
        String before = "";
        for (GgufTensor tensor : ordered) {
            String place = "Tensor \"" + tensor.name() + "\" of " + bytes.name() + " is said to take " + tensor.bytes()
                    + " bytes from " + Long.toUnsignedString(tensor.begin()) + " on";
            if (tensor.begin() < 0 || tensor.bytes() > data || tensor.begin() > data - tensor.bytes()) {
                throw new ModelLoadException(
                        place + ", but there are " + data + " bytes of data: the file is cut off or damaged.");
            }
            if (tensor.begin() % alignment != 0) {
                throw new ModelLoadException(place + ", but must start at a multiple of " + alignment + ".");
            }
            if (tensor.begin() < end) {
                throw new ModelLoadException(place + ", inside \"" + before + "\", which ends at " + end + ".");
            }
            end = tensor.begin() + tensor.bytes();
            before = tensor.name();
        }
    }

    GgufMetadata metadata() {
        return metadata;
    }

    /** As the header orders them. */
    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    /** What the values of a tensor are stored as. */
    BlockType type(String name) {
        return tensor(name).type();
    }

    @Override
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    @Override
    public int[] shape(String name) {
        return tensor(name).shape().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public float[] read(String name) {
        GgufTensor tensor = tensor(name);
        if (tensor.elements() > Integer.MAX_VALUE - 8) {
            throw new ModelLoadException("Tensor \"" + name
                    + "\" must have fewer than 2^31 elements to be read, but has " + tensor.elements() + ".");
        }
        ByteBuffer blocks = blocks(name); // refuses what is too large before anything is allocated
        float[] values = new float[(int) tensor.elements()];
        tensor.type().read(blocks, 0, values.length / tensor.type().values, values, 0);
        return values;
    }

    @Override
    public void readRows(String name, int first, int count, float[] into, int place) {
        GgufTensor tensor = tensor(name);
        long blocksOfRow = tensor.elements() / tensor.shape().get(0) / tensor.type().values;
        int bytesOfRow = Math.toIntExact(blocksOfRow * tensor.type().bytes);
        ByteBuffer source = bytes.piece(
                dataStart + tensor.begin() + (long) first * bytesOfRow, Math.multiplyExact(count, bytesOfRow));
        tensor.type().read(source, 0, Math.toIntExact(count * blocksOfRow), into, place);
    }

    /** The stored blocks of a tensor, little-endian, not copied. */
    ByteBuffer blocks(String name) {
        GgufTensor tensor = tensor(name);
        if (tensor.bytes() > Integer.MAX_VALUE) {
            throw new ModelLoadException("Tensor \"" + name + "\" must have fewer than 2^31 bytes to be read, but has "
                    + tensor.bytes() + ".");
        }
        return bytes.piece(dataStart + tensor.begin(), (int) tensor.bytes());
    }

    private GgufTensor tensor(String name) {
        GgufTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelLoadException("Tensor \"" + name + "\" is missing in " + bytes.name() + ".");
        }
        return tensor;
    }
}
