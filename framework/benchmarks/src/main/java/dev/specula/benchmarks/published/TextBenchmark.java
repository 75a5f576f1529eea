package dev.specula.benchmarks.published;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.specula.model.CausalModel;
import dev.specula.token.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Measures one model in one weight format: passes, plain decoding, lookup; and compares the tokens. */
final class TextBenchmark {
    private static final int TOKENS = 128;
    private static final double[] TEMPERATURES = {0, 0.8};

    private final CausalModel model;
    private final int repeats;

    TextBenchmark(CausalModel model, int repeats) {
        this.model = model;
        this.repeats = repeats;
    }

    JsonObject measure() {
        JsonObject result = new JsonObject();
        result.addProperty("weights", model.spec().weights());
        result.addProperty("weightBytes", model.spec().weightBytes());
        int[] prompt = TextPrompt.COPY.tokens(model);
        var times = PassTimes.after(model, prompt, 10 * repeats);
        double one = Objects.requireNonNull(times.get(1));
        JsonObject curve = new JsonObject();
        times.forEach((rows, seconds) -> curve.addProperty(Integer.toString(rows), seconds / one));
        result.addProperty("promptTokens", prompt.length);
        result.addProperty("passMillis", one * 1e3);
        result.add("costCurve", curve);
        for (TextPrompt wanted : TextPrompt.values()) {
            result.add(wanted.name().toLowerCase(Locale.ROOT), measure(wanted.tokens(model)));
        }
        result.add("requests", measureRequests());
        return result;
    }

    /** Of requests of all kinds in turn, which one schedule serves: how many times as fast as plain, and tokens unlike the reference. */
    private JsonObject measureRequests() {
        LookupDecoder decoder = new LookupDecoder(model);
        Map<String, List<Double>> speedups = new TreeMap<>();
        double plainSeconds = 0;
        double lookupSeconds = 0;
        int differing = 0;
        for (Requests.Request request : Requests.ALL) {
            int[] prompt = TextPrompt.tokens(model, request.words());
            Spoken plain = decoder.plain(prompt, Sampling.GREEDY, TOKENS);
            Spoken lookup = decoder.lookup(prompt, Sampling.GREEDY, TOKENS);
            speedups.computeIfAbsent(request.kind(), kind -> new ArrayList<>())
                    .add(lookup.decodeRate() / plain.decodeRate());
            plainSeconds += plain.totalSeconds() / plain.length();
            lookupSeconds += lookup.totalSeconds() / lookup.length();
            differing += differing(
                    lookup.tokens(),
                    decoder.reference(prompt, Sampling.GREEDY, TOKENS).tokens());
        }
        JsonObject result = new JsonObject();
        speedups.forEach((kind, ratios) -> {
            JsonObject ofKind = new JsonObject();
            ofKind.addProperty("answers", ratios.size());
            ofKind.addProperty(
                    "decodeSpeedup",
                    Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow()));
            ofKind.addProperty("least", Collections.min(ratios));
            result.add(kind, ofKind);
        });
        result.addProperty("endToEndSpeedup", plainSeconds / lookupSeconds);
        result.addProperty("differingTokens", differing);
        return result;
    }

    private JsonObject measure(int[] prompt) {
        LookupDecoder decoder = new LookupDecoder(model);
        List<Spoken> plain = new ArrayList<>();
        List<Spoken> lookup = new ArrayList<>();
        for (int repeat = -1; repeat < repeats; repeat++) {
            Spoken alone = decoder.plain(prompt, Sampling.GREEDY, TOKENS);
            Spoken drafted = decoder.lookup(prompt, Sampling.GREEDY, TOKENS);
            if (repeat >= 0) {
                plain.add(alone);
                lookup.add(drafted);
            }
        }
        JsonObject result = new JsonObject();
        result.addProperty("promptTokens", prompt.length);
        result.addProperty("tokens", lookup.get(0).length());
        result.addProperty("prefillSeconds", median(plain, Spoken::firstSeconds));
        result.addProperty("plainTokensPerSecond", median(plain, Spoken::decodeRate));
        result.addProperty("lookupTokensPerSecond", median(lookup, Spoken::decodeRate));
        result.addProperty("decodeSpeedup", PassTimes.medianRatio(lookup, plain, Spoken::decodeRate));
        result.addProperty("endToEndSpeedup", PassTimes.medianRatio(lookup, plain, Spoken::endToEndRate));
        result.addProperty("tau", lookup.get(0).report().tau());
        result.addProperty("acceptanceRate", lookup.get(0).report().acceptanceRate());
        result.addProperty(
                "plainTokensUnlikeReference",
                differing(
                        plain.get(0).tokens(),
                        decoder.reference(prompt, Sampling.GREEDY, TOKENS).tokens()));
        JsonObject differing = new JsonObject();
        for (double temperature : TEMPERATURES) {
            differing.addProperty(Double.toString(temperature), differing(decoder, prompt, temperature));
        }
        result.add("differingTokens", differing);
        result.addProperty(
                "text",
                model.vocabulary()
                        .decode(decoder.lookup(prompt, Sampling.GREEDY, TOKENS).tokens()));
        return result;
    }

    private static int differing(LookupDecoder decoder, int[] prompt, double temperature) {
        int differing = 0;
        for (long seed = 1; seed <= (temperature == 0 ? 1 : 3); seed++) {
            Sampling sampling = Sampling.at(temperature, seed);
            differing += differing(
                    decoder.lookup(prompt, sampling, TOKENS).tokens(),
                    decoder.reference(prompt, sampling, TOKENS).tokens());
        }
        return differing;
    }

    /** Positions at which two answers differ, those that only one has included. */
    static int differing(int[] one, int[] other) {
        int differing = Math.abs(one.length - other.length);
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            differing += one[i] == other[i] ? 0 : 1;
        }
        return differing;
    }

    private static double median(List<Spoken> spoken, ToDoubleFunction<Spoken> value) {
        return PassTimes.median(spoken.stream().mapToDouble(value).toArray());
    }

    /** The prompts as ids, for other programs. */
    static JsonObject prompts(CausalModel model) {
        JsonObject prompts = new JsonObject();
        prompts.addProperty("tokens", TOKENS);
        for (TextPrompt prompt : TextPrompt.values()) {
            JsonArray ids = new JsonArray();
            Arrays.stream(prompt.tokens(model)).forEach(ids::add);
            prompts.add(prompt.name().toLowerCase(Locale.ROOT), ids);
        }
        return prompts;
    }
}
