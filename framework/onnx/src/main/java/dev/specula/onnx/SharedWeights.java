package dev.specula.onnx;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes prepared graphs that hold the same weights use one file of them. */
final class SharedWeights {
    private final Map<String, OnnxMl.TensorProto> known = new HashMap<>();

    /** Lets later graphs share the weights of the graph {@code name} in {@code directory}. */
    void add(Path directory, String name) throws IOException {
        OnnxMl.ModelProto.parseFrom(Files.readAllBytes(directory.resolve(name + ".onnx")))
                .getGraph()
                .getInitializerList()
                .stream()
                .filter(SharedWeights::isExternal)
                .forEach(tensor -> known.putIfAbsent(tensor.getName(), tensor));
    }

    /**
     * Points the graph {@code name} in {@code directory} at weights of earlier graphs, if all of its weights are among them,
     * packed where it multiplies by them. Returns whether they are.
     */
    boolean share(Path directory, String name) throws IOException {
        Path file = directory.resolve(name + ".onnx");
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        OnnxMl.GraphProto.Builder graph = model.getGraphBuilder();
        Set<String> packable = PackedWeights.packable(graph);
        boolean all = graph.getInitializerList().stream()
                .filter(SharedWeights::isExternal)
                .allMatch(tensor -> isKnown(tensor, packable.contains(tensor.getName())));
        if (!all) {
            return false;
        }
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            OnnxMl.TensorProto tensor = graph.getInitializer(i);
            if (isExternal(tensor)) {
                graph.setInitializer(i, known.get(tensor.getName()));
            }
        }
        Files.write(file, model.build().toByteArray());
        return true;
    }

    private boolean isKnown(OnnxMl.TensorProto tensor, boolean packed) {
        OnnxMl.TensorProto other = known.get(tensor.getName());
        return other != null
                && other.getDataType() == tensor.getDataType()
                && other.getDimsList().equals(tensor.getDimsList())
                && (!packed || PackedWeights.isPacked(other));
    }

    static boolean isExternal(OnnxMl.TensorProto tensor) {
        return tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL;
    }
}
