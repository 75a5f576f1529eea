package dev.specula.graphs;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes one graph node by node; every method returns the name of the value it adds. Not thread-safe. */
final class GraphWriter {
    static final String MICROSOFT = "com.microsoft";

    /** {@code TensorProto.DataType} codes: what the wire format calls the element types used here. */
    static final int FLOAT = 1;

    static final int UINT8 = 2;
    static final int INT8 = 3;
    static final int INT32 = 6;
    static final int INT64 = 7;

    private static final int IR_VERSION = 10;
    private static final int OPSET = 20;

    private final OnnxMl.GraphProto.Builder graph;

    private final List<WrittenGraph.Constant> constants = new ArrayList<>();
    private final RoundingError rounding = new RoundingError();

    GraphWriter(String name) {
        graph = OnnxMl.GraphProto.newBuilder().setName(name);
    }

    /** Declares an input. A dimension is a number (Integer) or the name of one that varies (String). */
    String input(String name, int type, Object... dimensions) {
        graph.addInput(declare(name, type, dimensions));
        return name;
    }

    /** Declares that a value already written is an output. */
    void output(String name, int type, Object... dimensions) {
        graph.addOutput(declare(name, type, dimensions));
    }

    /** Adds a node of one output named after it. */
    String node(String operator, String name, String... inputs) {
        operator(operator, "", name, inputs).addOutput(name);
        return name;
    }

    /** Adds a node and leaves outputs and attributes to the caller. */
    OnnxMl.NodeProto.Builder operator(String operator, String domain, String name, String... inputs) {
        OnnxMl.NodeProto.Builder node =
                graph.addNodeBuilder().setOpType(operator).setDomain(domain).setName(name);
        for (String input : inputs) {
            node.addInput(input);
        }
        return node;
    }

    /** Adds an operator without domain whose attributes the caller sets; its one output is named after it. */
    OnnxMl.NodeProto.Builder named(String operator, String name, String... inputs) {
        return operator(operator, "", name, inputs).addOutput(name);
    }

    String floats(String name, float[] values, long... shape) {
        long bytes = (long) values.length * Float.BYTES;
        return constant(name, FLOAT, bytes, place -> place.asFloatBuffer().put(values), shape);
    }

    /** Adds the weight of a layer as it is, (outputs, inputs). */
    String floats(String name, Matrix matrix) {
        return placed(
                name,
                FLOAT,
                (long) Float.BYTES * matrix.outputs() * matrix.inputs(),
                place -> matrix.tiles((first, count, values) -> place.next(Float.BYTES * count * matrix.inputs())
                        .asFloatBuffer()
                        .put(values, 0, count * matrix.inputs())),
                matrix.outputs(),
                matrix.inputs());
    }

    String longs(String name, long[] values, long... shape) {
        long bytes = (long) values.length * Long.BYTES;
        return constant(name, INT64, bytes, place -> place.asLongBuffer().put(values), shape);
    }

    /** Adds a constant of one-byte elements, {@link #UINT8} or {@link #INT8}. */
    String bytes(String name, int type, byte[] values, long... shape) {
        return constant(name, type, values.length, place -> place.put(values), shape);
    }

    /**
     * Adds a constant that is written when the graph is done, where it will lie.
     *
     * @param bytes its size
     * @param writer writes all of it, little-endian; called once, after those of the constants before
     */
    String constant(String name, int type, long bytes, Consumer<ByteBuffer> writer, long... shape) {
        return placed(name, type, bytes, place -> writer.accept(place.whole()), shape);
    }

    private String placed(String name, int type, long bytes, Consumer<ConstantPlace> writer, long... shape) {
        OnnxMl.TensorProto.Builder tensor =
                graph.addInitializerBuilder().setName(name).setDataType(type);
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        constants.add(new WrittenGraph.Constant(graph.getInitializerCount() - 1, bytes, writer));
        return name;
    }

    /** What rounding of its weights loses; those who round add to it. */
    RoundingError rounding() {
        return rounding;
    }

    /** The finished model. */
    WrittenGraph write() {
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("specula")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder()
                        .setDomain(MICROSOFT)
                        .setVersion(1))
                .setGraph(graph);
        return new WrittenGraph(model, constants, rounding);
    }

    static OnnxMl.AttributeProto attribute(String name, long value) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static OnnxMl.AttributeProto attribute(String name, float value) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static OnnxMl.AttributeProto attribute(String name, String value) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static OnnxMl.AttributeProto attribute(String name, long[] values) {
        OnnxMl.AttributeProto.Builder attribute =
                OnnxMl.AttributeProto.newBuilder().setName(name).setType(OnnxMl.AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static OnnxMl.ValueInfoProto declare(String name, int type, Object... dimensions) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
        for (Object dimension : dimensions) {
            if (dimension instanceof Integer size) {
                shape.addDimBuilder().setDimValue(size);
            } else {
                shape.addDimBuilder().setDimParam((String) dimension);
            }
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(type)
                                .setShape(shape)))
                .build();
    }
}
