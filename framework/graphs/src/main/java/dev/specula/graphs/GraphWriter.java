package dev.specula.graphs;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(name, FLOAT, bytes, shape);
    }

    String longs(String name, long[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(name, INT64, bytes, shape);
    }

    /** Adds a constant of one-byte elements, {@link #UINT8} or {@link #INT8}. */
    String bytes(String name, int type, byte[] values, long... shape) {
        return constant(name, type, ByteBuffer.wrap(values), shape);
    }

    /** The finished model. */
    OnnxMl.ModelProto write() {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("specula")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder()
                        .setDomain(MICROSOFT)
                        .setVersion(1))
                .setGraph(graph)
                .build();
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

    private String constant(String name, int type, ByteBuffer values, long... shape) {
        OnnxMl.TensorProto.Builder tensor =
                graph.addInitializerBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(values));
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        return name;
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
