package dev.specula.benchmarks.published;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.speech.DefaultPipelines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures a published model of speech on recordings whose words are known, and other programs on the same recordings. */
public final class PublishedSpeech {
    private static final int CONTEXT = 448;
    private static final int SPEC_ASR_LONGEST = 24;

    private PublishedSpeech() {}

    /**
     * Arguments: the folder of the checkpoint, that of its draft model, a folder of recordings of at most 30 s ({@code *.wav}) with
     * their words beside them ({@code *.txt}), the file to write, the number of repeats, and, to measure other programs too, a Python
     * interpreter and the script {@code peers/speech.py}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException("Required: CHECKPOINT-FOLDER DRAFT-FOLDER SOUNDS-FOLDER RESULT-FILE"
                    + " [REPEATS [PYTHON PEERS-SCRIPT]].");
        }
        Path checkpoint = Path.of(arguments[0]);
        Path draft = Path.of(arguments[1]);
        List<SpokenFile> files = SpokenFile.in(Path.of(arguments[2]));
        int repeats = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 5;
        JsonObject result = ResultFile.start(repeats);
        JsonArray formats = new JsonArray();
        for (WeightFormat format : List.of(WeightFormat.F32, WeightFormat.RI8)) {
            formats.add(measure(checkpoint, draft, format, files, repeats));
        }
        result.add("formats", formats);
        ResultFile results = new ResultFile(Path.of(arguments[3]));
        String name = checkpoint.getFileName() + " drafted for by " + draft.getFileName();
        results.put("published", name, result); // before others are measured, which may fail
        if (arguments.length > 6) {
            JsonObject asked = asked(draft, files, repeats);
            result.add("peers", Peers.measure(Path.of(arguments[5]), Path.of(arguments[6]), checkpoint, asked));
            results.put("published", name, result);
        }
    }

    private static JsonObject measure(
            Path checkpoint, Path draft, WeightFormat format, List<SpokenFile> files, int repeats) {
        try (CausalModel target = load("target", checkpoint, format);
                CausalModel small = load("draft", draft, WeightFormat.RI8)) {
            return new SpeechBenchmark(target, repeats)
                    .with("lookup", DefaultPipelines.byLookup(target, DefaultPipelines.LONGEST))
                    .with("chain", DefaultPipelines.withDraft(target, small, DefaultPipelines.LONGEST))
                    .with("specAsr", DefaultPipelines.bySpecAsr(target, small, SPEC_ASR_LONGEST))
                    .measure(files);
        }
    }

    private static CausalModel load(String name, Path folder, WeightFormat format) {
        return CheckpointLoader.load(name, new CheckpointSource("file:" + folder, format, CONTEXT));
    }

    private static JsonObject asked(Path draft, List<SpokenFile> files, int repeats) {
        JsonObject asked = new JsonObject();
        asked.addProperty("draft", draft.toString());
        asked.addProperty("repeats", repeats);
        JsonObject sounds = new JsonObject();
        files.forEach(file -> sounds.addProperty(file.name(), file.file().toString()));
        asked.add("sounds", sounds);
        return asked;
    }
}
