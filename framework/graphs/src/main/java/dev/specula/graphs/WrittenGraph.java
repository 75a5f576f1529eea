package dev.specula.graphs;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import dev.specula.onnx.DiskSpace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A graph whose constants are written last: where they will lie, one after the other. */
final class WrittenGraph {
    /**
     * A constant of the graph.
     *
     * @param index among the graph's constants
     * @param bytes its size
     * @param writer writes all of it, little-endian; called once, in the order of the constants
     */
    record Constant(int index, long bytes, Consumer<ByteBuffer> writer) {}

    private final OnnxMl.ModelProto.Builder model;
    private final List<Constant> constants;
    private final RoundingError rounding;

    WrittenGraph(OnnxMl.ModelProto.Builder model, List<Constant> constants, RoundingError rounding) {
        this.model = model;
        this.constants = List.copyOf(constants);
        this.rounding = rounding;
    }

    /** What rounding of weights lost; known when the constants have been written. */
    RoundingError rounding() {
        return rounding;
    }

    /** The graph with all constants inside; small ones, for everything lies on the heap. */
    byte[] toByteArray() {
        for (Constant constant : constants) {
            writeInside(constant);
        }
        return model.build().toByteArray();
    }

    /** Writes large constants to a file, through maps of it, and returns the graph, which refers to them by its name. */
    byte[] save(Path file) {
        DiskSpace.require(
                Objects.requireNonNull(file.toAbsolutePath().getParent()),
                constants.stream().mapToLong(Constant::bytes).sum());
        try (ConstantsFile large = ConstantsFile.create(file)) {
            for (Constant constant : constants) {
                if (constant.bytes() < ConstantsFile.LEAST_BYTES) {
                    writeInside(constant);
                } else {
                    large.add(tensor(constant), constant.bytes(), constant.writer());
                }
            }
        }
        return model.build().toByteArray();
    }

    private void writeInside(Constant constant) {
        ByteBuffer place =
                ByteBuffer.allocate(Math.toIntExact(constant.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        constant.writer().accept(place);
        tensor(constant).setRawData(ByteString.copyFrom(place.rewind()));
    }

    private OnnxMl.TensorProto.Builder tensor(Constant constant) {
        return model.getGraphBuilder().getInitializerBuilder(constant.index());
    }
}
