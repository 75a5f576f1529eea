package dev.specula.benchmarks.published;

import com.google.gson.JsonObject;
import dev.specula.benchmarks.published.Heard.Way;
import dev.specula.model.CausalModel;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.SpeechToTextPipeline;
import dev.specula.speech.Timestamps;
import dev.specula.speech.TranscriptionOptions;
import dev.specula.speech.WordErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Measures one model of speech in one weight format: plain decoding, each way of drafting, word errors; compares the tokens. */
final class SpeechBenchmark {
    private static final String PLAIN = "plain";
    private static final double[] TEMPERATURES = {0, 0.8};

    private final CausalModel target;
    private final Map<String, SpeechToTextPipeline> drafting = new LinkedHashMap<>(); // by name
    private final int repeats;

    SpeechBenchmark(CausalModel target, int repeats) {
        this.target = target;
        this.repeats = repeats;
    }

    /** Measures {@code pipeline}, a pipeline of the target, as well. */
    SpeechBenchmark with(String name, SpeechToText pipeline) {
        drafting.put(name, (SpeechToTextPipeline) pipeline);
        return this;
    }

    JsonObject measure(List<SpokenFile> files) {
        JsonObject result = new JsonObject();
        result.addProperty("weights", target.spec().weights());
        result.addProperty("weightBytes", target.spec().weightBytes());
        WordErrors errors = new WordErrors();
        JsonObject sounds = new JsonObject();
        for (SpokenFile file : files) {
            sounds.add(file.name(), measure(file, errors));
        }
        result.addProperty("words", errors.words());
        result.addProperty("wordErrorRate", errors.rate());
        result.add("sounds", sounds);
        return result;
    }

    private JsonObject measure(SpokenFile file, WordErrors errors) {
        Recording recording = recording(file, Timestamps.NONE, 0, 1);
        Map<String, List<Heard>> all = new LinkedHashMap<>();
        for (int repeat = -1; repeat < repeats; repeat++) {
            List<Heard> plain = all.computeIfAbsent(PLAIN, name -> new ArrayList<>());
            add(plain, repeat, Heard.by(anyPipeline(), target, recording, Way.PLAIN));
            for (Map.Entry<String, SpeechToTextPipeline> way : drafting.entrySet()) {
                List<Heard> drafted = all.computeIfAbsent(way.getKey(), name -> new ArrayList<>());
                add(drafted, repeat, Heard.by(way.getValue(), target, recording, Way.DRAFTED));
            }
        }
        List<Heard> plain = Objects.requireNonNull(all.remove(PLAIN));
        int[] tokens = plain.get(0).spoken().tokens();
        String text = target.vocabulary().decode(tokens).strip();
        errors.add(file.spoken(), text);
        JsonObject result = new JsonObject();
        result.addProperty("tokens", tokens.length);
        result.addProperty("text", text);
        result.add(PLAIN, times(plain));
        all.forEach((name, drafted) -> {
            JsonObject times = times(drafted);
            times.addProperty("decodeSpeedup", PassTimes.medianRatio(drafted, plain, Heard::decodeRate));
            times.addProperty("endToEndSpeedup", PassTimes.medianRatio(plain, drafted, Heard::totalSeconds));
            times.addProperty("tau", last(drafted).spoken().report().tau());
            times.addProperty("drafted", last(drafted).spoken().report().drafted());
            times.addProperty("acceptanceRate", last(drafted).spoken().report().acceptanceRate());
            times.add("differingTokens", differing(file, Objects.requireNonNull(drafting.get(name))));
            result.add(name, times);
        });
        return result;
    }

    private static void add(List<Heard> heard, int repeat, Heard next) {
        if (repeat >= 0) {
            heard.add(next);
        }
    }

    private static Heard last(List<Heard> heard) {
        return heard.get(heard.size() - 1);
    }

    private SpeechToTextPipeline anyPipeline() {
        return drafting.values().iterator().next();
    }

    private static JsonObject times(List<Heard> heard) {
        JsonObject times = new JsonObject();
        times.addProperty("endToEndSeconds", median(heard, Heard::totalSeconds));
        times.addProperty("listenSeconds", median(heard, Heard::listenedSeconds));
        times.addProperty("promptSeconds", median(heard, one -> one.spoken().firstSeconds()));
        times.addProperty("tokensPerSecond", median(heard, Heard::decodeRate));
        return times;
    }

    /** Tokens that drafts change, of all temperatures and with timestamps and without: none. */
    private JsonObject differing(SpokenFile file, SpeechToTextPipeline pipeline) {
        JsonObject result = new JsonObject();
        for (double temperature : TEMPERATURES) {
            int differing = 0;
            for (Timestamps timestamps : Timestamps.values()) {
                for (long seed = 1; seed <= (temperature == 0 ? 1 : 3); seed++) {
                    Recording recording = recording(file, timestamps, temperature, seed);
                    differing += TextBenchmark.differing(
                            Heard.by(pipeline, target, recording, Way.DRAFTED)
                                    .spoken()
                                    .tokens(),
                            Heard.by(pipeline, target, recording, Way.REFERENCE)
                                    .spoken()
                                    .tokens());
                }
            }
            result.addProperty(Double.toString(temperature), differing);
        }
        return result;
    }

    private static Recording recording(SpokenFile file, Timestamps timestamps, double temperature, long seed) {
        return Recording.of(file.sound())
                .with(TranscriptionOptions.DEFAULT.in("en").with(timestamps).at(temperature, seed));
    }

    private static double median(List<Heard> heard, ToDoubleFunction<Heard> value) {
        return PassTimes.median(heard.stream().mapToDouble(value).toArray());
    }
}
