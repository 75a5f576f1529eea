package dev.specula.onnx;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Adds to the weights of a saved graph the same in the order that the processor's kernels want. The runtime packs them, in graphs of a few
 * products each: in one go it would hold all of them in memory. Weights of 4 bits stay as they are, for they are not saved.
 */
final class PackedWeights {
    private static final long AT_ONCE = 16L << 20; // bytes of weights
    private static final int LINE = 64; // bytes of a processor's cache line, where packed weights begin
    private static final String PACKED = "prepacked_"; // and a number: external data of an initializer
    private static final String PIECE = "piece";

    /** Products whose packed weights the runtime saves, and the type of what they multiply. */
    private static final Map<String, OnnxMl.TensorProto.DataType> PRODUCTS = Map.of(
            "MatMul", OnnxMl.TensorProto.DataType.FLOAT,
            "FusedMatMul", OnnxMl.TensorProto.DataType.FLOAT,
            "MatMulInteger", OnnxMl.TensorProto.DataType.UINT8,
            "MatMulIntegerToFloat", OnnxMl.TensorProto.DataType.UINT8);

    private final Path graph;
    private final Path weights;
    private final OnnxMl.ModelProto.Builder model;
    private final Map<String, OnnxMl.TensorProto.Builder> initializers = new HashMap<>(); // by name

    private PackedWeights(Path graph, Path weights) throws IOException {
        this.graph = graph;
        this.weights = weights;
        this.model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(graph)).toBuilder();
        model.getGraphBuilder()
                .getInitializerBuilderList()
                .forEach(tensor -> initializers.put(tensor.getName(), tensor));
    }

    /** Adds what {@code graph} multiplies by, packed, to {@code weights}, the file beside it that holds its weights. */
    static void add(Path graph, Path weights) throws IOException {
        new PackedWeights(graph, weights).add();
    }

    /** Whether {@code tensor} is there in the order of kernels, too. */
    static boolean isPacked(OnnxMl.TensorProto tensor) {
        return tensor.getExternalDataList().stream()
                .anyMatch(entry -> entry.getKey().startsWith(PACKED));
    }

    /** The names of the weights of {@code graph} that are to be packed. */
    static Set<String> packable(OnnxMl.GraphProtoOrBuilder graph) {
        Set<String> outside = new HashSet<>();
        for (OnnxMl.TensorProto tensor : graph.getInitializerList()) {
            if (SharedWeights.isExternal(tensor)) {
                outside.add(tensor.getName());
            }
        }
        Set<String> weights = new HashSet<>();
        for (OnnxMl.NodeProto node : graph.getNodeList()) {
            if (PRODUCTS.containsKey(node.getOpType()) && outside.contains(node.getInput(1))) {
                weights.add(node.getInput(1));
            }
        }
        return weights;
    }

    private void add() throws IOException {
        Set<String> left = packable(model.getGraph());
        List<OnnxMl.NodeProto> piece = new ArrayList<>();
        long bytes = 0;
        for (OnnxMl.NodeProto node : model.getGraph().getNodeList()) {
            if (PRODUCTS.containsKey(node.getOpType()) && left.remove(node.getInput(1))) {
                long length = Long.parseLong(entry(initializer(node.getInput(1)), "length"));
                if (bytes + length > AT_ONCE && !piece.isEmpty()) {
                    pack(piece, bytes);
                    piece.clear();
                    bytes = 0;
                }
                piece.add(node);
                bytes += length;
            }
        }
        if (!piece.isEmpty()) {
            pack(piece, bytes);
        }
        Files.write(graph, model.build().toByteArray());
    }

    private OnnxMl.TensorProto.Builder initializer(String itsName) {
        return Objects.requireNonNull(initializers.get(itsName), itsName);
    }

    private static String entry(OnnxMl.TensorProtoOrBuilder tensor, String key) {
        return tensor.getExternalDataList().stream()
                .filter(entry -> entry.getKey().equals(key))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Has the products of {@code piece} packed and takes over what became of their weights. */
    private void pack(List<OnnxMl.NodeProto> piece, long bytes) throws IOException {
        DiskSpace.require(directory(), 3 * bytes); // once more as they are, packed, and packed in their place
        Path packedGraph = directory().resolve(PIECE + ".onnx");
        Path packedWeights = directory().resolve(PIECE + ".bin");
        save(graphOf(piece), packedGraph, packedWeights);
        try (FileChannel from = FileChannel.open(packedWeights, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(weights, StandardOpenOption.WRITE)) {
            for (OnnxMl.TensorProto tensor : OnnxMl.ModelProto.parseFrom(Files.readAllBytes(packedGraph))
                    .getGraph()
                    .getInitializerList()) {
                takeOver(tensor, from, to);
            }
        }
        Files.delete(packedGraph);
        Files.delete(packedWeights);
    }

    private Path directory() {
        return Objects.requireNonNull(graph.getParent());
    }

    private OnnxMl.ModelProto graphOf(List<OnnxMl.NodeProto> piece) {
        OnnxMl.GraphProto.Builder products = OnnxMl.GraphProto.newBuilder().setName(PIECE);
        Set<String> known = new HashSet<>();
        for (OnnxMl.NodeProto node : piece) {
            products.addNode(node);
            node.getOutputList()
                    .forEach(output -> products.addOutput(
                            OnnxMl.ValueInfoProto.newBuilder().setName(output)));
            for (String input : node.getInputList()) {
                if (!input.isEmpty() && known.add(input)) {
                    if (initializers.containsKey(input)) {
                        products.addInitializer(initializer(input));
                    } else {
                        products.addInput(value(input, Objects.requireNonNull(PRODUCTS.get(node.getOpType()))));
                    }
                }
            }
        }
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(model.getIrVersion())
                .addAllOpsetImport(model.getOpsetImportList())
                .setGraph(products)
                .build();
    }

    private static OnnxMl.ValueInfoProto value(String name, OnnxMl.TensorProto.DataType type) {
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder().setElemType(type.getNumber())))
                .build();
    }

    private void save(OnnxMl.ModelProto piece, Path packedGraph, Path packedWeights) {
        try (OrtSession.SessionOptions options = OnnxRuntime.options()) {
            options.setOptimizationLevel(OptLevel.NO_OPT); // it is optimised
            options.addConfigEntry(GraphSession.CONSTANTS_FOLDER, directory().toString());
            options.setOptimizedModelFilePath(packedGraph.toString());
            options.addConfigEntry(
                    "session.optimized_model_external_initializers_file_name",
                    String.valueOf(packedWeights.getFileName()));
            options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
            OnnxRuntime.environment()
                    .createSession(piece.toByteArray(), options)
                    .close();
        } catch (OrtException e) {
            throw new EngineException("The runtime did not pack weights of " + graph + ".", e);
        }
    }

    /** Copies what was packed of {@code tensor} and says so beside the tensor of the same name in the graph. */
    private void takeOver(OnnxMl.TensorProto tensor, FileChannel from, FileChannel to) throws IOException {
        List<OnnxMl.StringStringEntryProto> packed = tensor.getExternalDataList().stream()
                .filter(entry -> entry.getKey().startsWith(PACKED))
                .sorted(Comparator.comparing(OnnxMl.StringStringEntryProto::getKey))
                .toList();
        for (OnnxMl.StringStringEntryProto entry : packed) {
            // kernel, and for each of its buffers offset;length;checksum
            String[] parts = entry.getValue().split("\\|");
            for (int i = 1; i < parts.length; i++) {
                String[] place = parts[i].split(";");
                place[0] = Long.toString(copy(from, Long.parseLong(place[0]), Long.parseLong(place[1]), to));
                parts[i] = String.join(";", place);
            }
            initializer(tensor.getName()).addExternalData(entry.toBuilder().setValue(String.join("|", parts)));
        }
    }

    /** Appends {@code length} bytes at the next cache line, and returns where that is. */
    private static long copy(FileChannel from, long offset, long length, FileChannel to) throws IOException {
        long begin = (to.size() + LINE - 1) / LINE * LINE;
        to.position(begin);
        for (long copied = 0; copied < length; ) {
            copied += from.transferTo(offset + copied, length - copied, to);
        }
        return begin;
    }
}
