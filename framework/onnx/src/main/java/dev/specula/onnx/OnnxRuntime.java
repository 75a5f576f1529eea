package dev.specula.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

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
        OrtSession.SessionOptions options = optimising();
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
        OrtSession.SessionOptions options = optimising();
        options.setIntraOpNumThreads(1);
        return options;
    }

    private static OrtSession.SessionOptions optimising() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        // Its products with bias compute one row otherwise than several, which products and sums apart do not.
        options.addConfigEntry("optimization.disable_specified_optimizers", "MatMulAddFusion");
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
            holdNative();
            return new OnnxRuntime(environment, true);
        } catch (IllegalStateException e) {
            // Somebody else started the runtime first: its threads cannot be shared any more, so sessions get their
            // own.
            threading.close();
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            holdNative();
            return new OnnxRuntime(environment, false);
        } catch (OrtException e) {
            threading.close();
            throw new EngineException("ONNX Runtime could not start with " + threads() + " threads.", e);
        }
    }

    /**
     * Counts one more user of the native runtime. Its Java binding gives up the only one in a hook of the process's end, while
     * passes may still run on other threads: those would read freed memory and crash the process that was asked to stop.
     * The binding has no public way to do so; where its inside is closed to us, the end is as it was.
     */
    private static void holdNative() {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR.getValue(), "specula");
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(OnnxRuntime.class.getName())
                    .log(System.Logger.Level.DEBUG, "A pass that runs while the process stops may crash it.", e);
        }
    }
}
