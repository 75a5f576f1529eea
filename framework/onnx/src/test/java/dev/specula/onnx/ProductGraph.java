package dev.specula.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest graph with weights: y (n, size) = x (n, size) times a matrix of the numbers 0, 1, 2 and so on. */
final class ProductGraph {
    private static final int FLOAT = 1;

    private ProductGraph() {}

    /** With its weights inside. */
    static byte[] write(int size) {
        return write(size, matrix(size).setRawData(ByteString.copyFrom(weights(size))));
    }

    /** With its weights in a file. */
    static byte[] write(int size, Path constants) {
        try {
            Files.write(constants, weights(size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(
                size,
                matrix(size)
                        .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                        .addExternalData(entry("location", String.valueOf(constants.getFileName())))
                        .addExternalData(entry("offset", "0"))
                        .addExternalData(entry("length", Integer.toString(Float.BYTES * size * size))));
    }

    private static byte[] write(int size, OnnxMl.TensorProto.Builder matrix) {
        OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("product");
        graph.addInput(value("x", size)).addOutput(value("y", size)).addInitializer(matrix);
        graph.addNodeBuilder().setOpType("MatMul").addInput("x").addInput("w").addOutput("y");
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(10)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(20))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OnnxMl.TensorProto.Builder matrix(int size) {
        return OnnxMl.TensorProto.newBuilder()
                .setName("w")
                .setDataType(FLOAT)
                .addDims(size)
                .addDims(size);
    }

    private static byte[] weights(int size) {
        ByteBuffer weights = ByteBuffer.allocate(Float.BYTES * size * size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size * size; i++) {
            weights.putFloat(i);
        }
        return weights.array();
    }

    private static OnnxMl.StringStringEntryProto entry(String key, String value) {
        return OnnxMl.StringStringEntryProto.newBuilder()
                .setKey(key)
                .setValue(value)
                .build();
    }

    private static OnnxMl.ValueInfoProto value(String name, int size) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("n");
        shape.addDimBuilder().setDimValue(size);
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(FLOAT)
                                .setShape(shape)))
                .build();
    }
}
