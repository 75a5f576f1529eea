package dev.specula.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A loaded graph. Runs are thread-safe; what they are given belongs to one thread. */
final class GraphSession implements AutoCloseable {
    /** Session option: where files of constants lie. */
    static final String CONSTANTS_FOLDER = "session.model_external_initializers_file_folder_path";

    private final String name;
    private final OrtSession session;

    private GraphSession(String name, OrtSession session) {
        this.name = name;
        this.session = session;
    }

    /**
     * A session over a graph in memory whose large constants lie in files of {@code constants}.
     *
     * @param onCaller whether it runs on its caller's thread alone
     */
    static GraphSession of(String name, byte[] graph, Path constants, boolean onCaller) {
        try (OrtSession.SessionOptions options = options(onCaller)) {
            options.addConfigEntry(CONSTANTS_FOLDER, constants.toString());
            return new GraphSession(name, OnnxRuntime.environment().createSession(graph, options));
        } catch (OrtException e) {
            throw new EngineException("The runtime refused the graph \"" + name + "\".", e);
        }
    }

    /**
     * A session over a graph in a file.
     *
     * @param onCaller whether it runs on its caller's thread alone
     */
    static GraphSession of(String name, Path graph, boolean onCaller) {
        try (OrtSession.SessionOptions options = options(onCaller)) {
            return new GraphSession(name, OnnxRuntime.environment().createSession(graph.toString(), options));
        } catch (OrtException e) {
            throw new EngineException("The runtime refused the graph \"" + name + "\" in " + graph + ".", e);
        }
    }

    private static OrtSession.SessionOptions options(boolean onCaller) throws OrtException {
        return onCaller ? OnnxRuntime.optionsOnCaller() : OnnxRuntime.options();
    }

    /** What messages call it. */
    String name() {
        return name;
    }

    /** Its inputs that are tensors, by name; an unknown size is negative. */
    Map<String, TensorInfo> inputs() {
        return tensors(session::getInputInfo);
    }

    /** Its outputs that are tensors, by name. */
    Map<String, TensorInfo> outputs() {
        return tensors(session::getOutputInfo);
    }

    /** What is told of inputs or outputs. */
    private interface Told {
        Map<String, NodeInfo> all() throws OrtException;
    }

    private Map<String, TensorInfo> tensors(Told told) {
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        try {
            told.all().forEach((input, info) -> {
                if (info.getInfo() instanceof TensorInfo tensor) {
                    tensors.put(input, tensor);
                }
            });
        } catch (OrtException e) {
            throw new EngineException("The graph \"" + name + "\" does not say what it takes.", e);
        }
        return tensors;
    }

    /** Runs the graph and returns the shape of {@code output}. */
    long[] shapeOf(String output, Map<String, OnnxTensor> inputs) {
        try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
            return ((OnnxTensor) result.get(0)).getInfo().getShape();
        } catch (OrtException e) {
            throw new EngineException("The graph \"" + name + "\" failed.", e);
        }
    }

    /** Runs the graph; all outputs are written to the tensors of {@code outputs}. */
    void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) {
        try {
            session.run(inputs, outputs).close();
        } catch (OrtException e) {
            throw new EngineException("The graph \"" + name + "\" failed.", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new EngineException("The graph \"" + name + "\" could not be closed.", e);
        }
    }
}
