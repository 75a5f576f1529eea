package dev.specula.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;

/** The smallest graph with weights: y (n, size) = x (n, size) times a matrix. */
final class ProductGraph {
    private static final int FLOAT = 1;

    private ProductGraph() {}

    static byte[] write(int size) {
        OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("product");
        graph.addInput(value("x", size)).addOutput(value("y", size));
        graph.addInitializerBuilder()
                .setName("w")
                .setDataType(FLOAT)
                .addDims(size)
                .addDims(size)
                .setRawData(ByteString.copyFrom(new byte[4 * size * size]));
        graph.addNodeBuilder().setOpType("MatMul").addInput("x").addInput("w").addOutput("y");
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(10)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(20))
                .setGraph(graph)
                .build()
                .toByteArray();
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
