package dev.specula.onnx;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Makes prepared graphs that hold the same weights use one file of them. */
final class SharedWeights {
    private final Map<String, OnnxMl.TensorProto> known = new HashMap<>();

    /**
     * Points the graph {@code name} in {@code directory} at weights of earlier graphs and deletes its own file, if all of its
     * weights are among them; else remembers its weights.
     */
    void share(Path directory, String name) throws IOException {
        Path file = directory.resolve(name + ".onnx");
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        OnnxMl.GraphProto.Builder graph = model.getGraphBuilder();
        boolean all = graph.getInitializerList().stream()
                .filter(SharedWeights::isExternal)
                .allMatch(tensor -> sameAsKnown(tensor));
        if (!all) {
            graph.getInitializerList().stream()
                    .filter(SharedWeights::isExternal)
                    .forEach(tensor -> known.putIfAbsent(tensor.getName(), tensor));
            return;
        }
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            OnnxMl.TensorProto tensor = graph.getInitializer(i);
            if (isExternal(tensor)) {
                graph.setInitializer(i, known.get(tensor.getName()));
            }
        }
        Files.write(file, model.build().toByteArray());
        Files.deleteIfExists(directory.resolve(name + ".bin"));
    }

    private boolean sameAsKnown(OnnxMl.TensorProto tensor) {
        OnnxMl.TensorProto other = known.get(tensor.getName());
        return other != null
                && other.getDataType() == tensor.getDataType()
                && other.getDimsList().equals(tensor.getDimsList())
                && other.getExternalDataCount() == tensor.getExternalDataCount();
    }

    private static boolean isExternal(OnnxMl.TensorProto tensor) {
        return tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL;
    }
}
