package dev.specula.graphs;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import dev.specula.onnx.DiskSpace;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * @param writer writes all of it, or keeps the place for the writer of a later constant; called once, in the order of the
     *     constants
     */
    record Constant(int index, long bytes, Consumer<ConstantPlace> writer) {}

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

    /** Writes large constants to a file, through maps of it, and returns the graph, which refers to them by its name. */
    byte[] save(Path file) {
        DiskSpace.require(
                Objects.requireNonNull(file.toAbsolutePath().getParent()),
                constants.stream().mapToLong(Constant::bytes).sum());
        List<Constant> small = new ArrayList<>();
        List<ByteBuffer> inside = new ArrayList<>();
        try (ConstantsFile large = ConstantsFile.create(file)) {
            for (Constant constant : constants) {
                if (constant.bytes() < ConstantsFile.LEAST_BYTES) {
                    small.add(constant);
                    inside.add(write(constant));
                } else {
                    large.add(tensor(constant), constant.bytes(), constant.writer());
                }
            }
        }
        return finish(small, inside);
    }

    private ByteBuffer write(Constant constant) {
        ByteBuffer memory = ByteBuffer.allocate(Math.toIntExact(constant.bytes()));
        constant.writer()
                .accept(new ConstantPlace(
                        tensor(constant).getName(),
                        constant.bytes(),
                        (start, count) -> memory.slice((int) start, count)));
        return memory;
    }

    private byte[] finish(List<Constant> small, List<ByteBuffer> inside) {
        for (int i = 0; i < small.size(); i++) {
            tensor(small.get(i)).setRawData(ByteString.copyFrom(inside.get(i)));
        }
        return model.build().toByteArray();
    }

    private OnnxMl.TensorProto.Builder tensor(Constant constant) {
        return model.getGraphBuilder().getInitializerBuilder(constant.index());
    }
}
