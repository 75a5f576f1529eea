package dev.specula.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;

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
