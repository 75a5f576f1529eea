package dev.specula.graphs;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.RowEncoder;
import dev.specula.onnx.DecoderFormat;
import dev.specula.onnx.GraphBundle;
import dev.specula.onnx.OnnxCausalModel;
import dev.specula.token.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tiny checkpoint with random weights, and what the reference library computes from it. */
public final class Fixture {
    private final String name;
    private final JsonConfig numbers;
    private final SafetensorsFile tensors;

    private Fixture(String name) {
        this.name = name;
        CheckpointFolder folder = CheckpointFolder.at(location(name));
        this.numbers = JsonConfig.parse("expected.json", folder.text("expected.json"));
        try {
            this.tensors = SafetensorsFile.open(folder.weights("expected.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all that have a prompt, tokens after it, a tree and an answer. */
    public static Stream<String> all() {
        return Stream.of(
                "llama",
                "llama-tied",
                "qwen2",
                "qwen3",
                "gemma3",
                "gpt2",
                "llava",
                "llava-siglip",
                "smolvlm",
                "idefics3",
                "whisper",
                "vit-gpt2",
                "trocr");
    }

    public static Fixture of(String name) {
        return new Fixture(name);
    }

    public CausalModel load(WeightFormat format) {
        return CheckpointLoader.load(name, new CheckpointSource(location(name), format, 512));
    }

    /** With the graph for chains in place of that for a lone row, as on a processor whose kernels break its promise. */
    public OnnxCausalModel loadWithWrongLoneRow(WeightFormat format) {
        return load(
                "wrong-lone-row-" + format,
                (decoder, variant) -> DecoderGraph.write(
                        decoder, format, variant == DecoderGraph.Variant.LONE ? DecoderGraph.Variant.CHAIN : variant));
    }

    /** With its residual stream turned, in 32-bit floats. */
    OnnxCausalModel loadRotated() {
        return load(
                "rotated",
                (decoder, variant) ->
                        DecoderGraph.write(decoder, WeightFormat.F32, variant, RotatedWeights.rotationOf(decoder)));
    }

    /** A decoder that stands alone, of graphs as {@code writer} writes them. */
    private OnnxCausalModel load(
            String kind, BiFunction<DecoderGraph.Source, DecoderGraph.Variant, WrittenGraph> writer) {
        Checkpoint checkpoint = Checkpoint.read(name, new CheckpointSource(location(name), WeightFormat.F32, 512));
        CheckpointFolder folder = CheckpointFolder.at(location(name));
        DecoderGraph.Source decoder = new DecoderGraph.Source(
                DecoderConfigReader.read(JsonConfig.parse("config.json", folder.text("config.json"))),
                folder.weights().tensors(),
                checkpoint.parts().shape().cacheRows());
        GraphBundle graphs = new GraphBundle(kind + "-" + name);
        Map.of(
                        DecoderFormat.CHAIN, DecoderGraph.Variant.CHAIN,
                        DecoderFormat.LONE, DecoderGraph.Variant.LONE,
                        DecoderFormat.GENERAL, DecoderGraph.Variant.GENERAL)
                .forEach((graph, variant) -> graphs.with(
                        graph, constants -> writer.apply(decoder, variant).save(constants)));
        return OnnxCausalModel.load(checkpoint.parts(), graphs);
    }

    /** The graphs that an exporter made of the same weights. */
    public CausalModel loadExport(String decoder) {
        String location = "file:" + directory(name).resolve("onnx").resolve(decoder);
        return CheckpointLoader.load(name + "-export", new CheckpointSource(location, WeightFormat.F32, 512));
    }

    public CausalModel loadDraft(WeightFormat format) {
        return CheckpointLoader.load(name + "-draft", new CheckpointSource(location(name) + "/draft", format, 512));
    }

    /** What {@code model} is asked: the recorded tokens, and what its encoder makes of the recorded input. */
    public Prompt prompt(CausalModel model) {
        return prompt(model, ids("prompt").length);
    }

    /** The first {@code columns} columns of {@link #prompt(CausalModel)}, all that stand for rows of an encoder among them. */
    public Prompt prompt(CausalModel model, int columns) {
        int[] tokens = Arrays.copyOf(ids("prompt"), columns);
        Prompt prompt = Prompt.of(tokens);
        if (!tensors.names().contains("encoder.input")) {
            return prompt;
        }
        FloatBuffer rows = encoded(model);
        int placeholder = numbers.integer("placeholder", -1);
        int[] places = IntStream.range(0, tokens.length)
                .filter(column -> tokens[column] == placeholder)
                .toArray();
        return places.length == 0 ? prompt.attendingTo(rows) : prompt.withRows(places, rows);
    }

    /** The rows that the encoder of {@code model} makes of the recorded input, of all tiles one after the other. */
    public FloatBuffer encoded(CausalModel model) {
        RowEncoder encoder = model.encoder(Modality.IMAGE)
                .or(() -> model.encoder(Modality.AUDIO))
                .orElseThrow();
        float[] input = tensor("encoder.input");
        int size = IntStream.of(encoder.inputShape()).reduce(1, (left, right) -> left * right);
        FloatBuffer rows = FloatBuffer.allocate(input.length / size * encoder.rows() * encoder.width());
        for (int from = 0; from < input.length; from += size) {
            rows.put(encoder.encode(FloatBuffer.wrap(input, from, size)));
        }
        return rows.flip();
    }

    /** Token ids by name: prompt, forced, tree, parents, greedy. */
    public int[] ids(String key) {
        return numbers.integers(key);
    }

    /** Whether token ids or a tensor were recorded under {@code key}. */
    public boolean has(String key) {
        return numbers.has(key) || tensors.names().contains(key);
    }

    /** A recorded tensor, row-major. */
    public float[] tensor(String key) {
        return tensors.read(key);
    }

    static String location(String name) {
        return "classpath:fixtures/" + name;
    }

    static Path directory(String name) {
        return Path.of("src/test/resources/fixtures").resolve(name);
    }
}
