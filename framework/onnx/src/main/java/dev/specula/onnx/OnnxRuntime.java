package dev.specula.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/**
 * The runtime of this process and its one pool of threads. All sessions share it: two pools that wait for work by spinning
 * cost more than they compute. The system property {@code specula.threads} sets its size, default all processors.
 */
final class OnnxRuntime {
    private static final OnnxRuntime INSTANCE = start();

    private final OrtEnvironment environment;
    private final boolean shared;

    private OnnxRuntime(OrtEnvironment environment, boolean shared) {
        this.environment = environment;
        this.shared = shared;
    }

    static OrtEnvironment environment() {
        return INSTANCE.environment;
    }

    static String version() {
        return INSTANCE.environment.getVersion();
    }

    /** Options of a session; the caller closes them. */
    static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        if (INSTANCE.shared) {
            options.disablePerSessionThreads();
        } else {
            options.setIntraOpNumThreads(threads());
            options.addConfigEntry("session.force_spinning_stop", "1");
        }
        return options;
    }

    /** Options of a session that runs on its caller's thread alone; the caller closes them. */
    static OrtSession.SessionOptions optionsOnCaller() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setIntraOpNumThreads(1);
        return options;
    }

    private static int threads() {
        return Integer.getInteger("specula.threads", Runtime.getRuntime().availableProcessors());
    }

    private static OnnxRuntime start() {
        OrtEnvironment.ThreadingOptions threading = new OrtEnvironment.ThreadingOptions();
        try {
            threading.setGlobalIntraOpNumThreads(threads());
            threading.setGlobalInterOpNumThreads(1);
            threading.setGlobalSpinControl(true);
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "specula", threading);
            environment.setTelemetry(false); // on by default in the runtime's builds: nothing of a user's goes anywhere
            return new OnnxRuntime(environment, true);
        } catch (IllegalStateException e) {
            // Somebody else started the runtime first: its threads cannot be shared any more, so sessions get their
            // own.
            threading.close();
            return new OnnxRuntime(OrtEnvironment.getEnvironment(), false);
        } catch (OrtException e) {
            threading.close();
            throw new EngineException("ONNX Runtime could not start with " + threads() + " threads.", e);
        }
    }
}
