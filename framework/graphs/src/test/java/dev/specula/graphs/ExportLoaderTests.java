package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which exports to ONNX are read, and what is said of those that are not. */
class ExportLoaderTests {
    private static final int FLOAT = OnnxMl.TensorProto.DataType.FLOAT.getNumber();
    private static final int HALF = OnnxMl.TensorProto.DataType.FLOAT16.getNumber();
    private static final int LONG = OnnxMl.TensorProto.DataType.INT64.getNumber();

    @TempDir
    private Path folder;

    private final List<OnnxMl.ValueInfoProto> inputs = new ArrayList<>();
    private final OnnxMl.GraphProto.Builder graph =
            OnnxMl.GraphProto.newBuilder().setName("decoder");

    @BeforeEach
    void describe() throws IOException {
        for (String file : List.of("config.json", "tokenizer.json", "generation_config.json")) {
            Files.copy(Fixture.directory("llama").resolve(file), folder.resolve(file));
        }
    }

    @Test
    void takesAnExportWhereThereAreNoSafetensors() throws IOException {
        Files.createDirectory(folder.resolve("onnx"));
        Files.copy(Fixture.directory("llama").resolve("onnx/model.onnx"), folder.resolve("onnx/model.onnx"));

        try (CausalModel model =
                CheckpointLoader.load("model", CheckpointSource.of("file:" + folder, WeightFormat.RI8))) {
            assertThat(model.spec().weights()).isEqualTo("exported");
            assertThat(model.spec().layers()).isEqualTo(3);
            assertThat(model.spec().vocabulary()).isEqualTo(512);
            assertThat(model.spec().weightBytes()).isEqualTo(Files.size(folder.resolve("onnx/model.onnx")));
            assertThat(model.endTokens()).containsExactly(508, 511);
        }
    }

    /** A hub's cache holds links to files that lie together under other names. */
    @Test
    void findsWeightsBesideAGraphBehindLinks() throws IOException {
        Path blobs = Files.createDirectory(folder.resolve("blobs"));
        Path published = Files.createDirectories(folder.resolve("snapshot/onnx"));
        for (String file : List.of("config.json", "tokenizer.json")) {
            Files.createSymbolicLink(folder.resolve("snapshot").resolve(file), folder.resolve(file));
        }
        OnnxMl.ModelProto whole = OnnxMl.ModelProto.parseFrom(
                Files.readAllBytes(Fixture.directory("llama").resolve("onnx/model.onnx")));
        Files.write(blobs.resolve("0a"), withWeightsIn("model.onnx_data", whole, blobs.resolve("0b")));
        Files.createSymbolicLink(published.resolve("model.onnx"), Path.of("../../blobs/0a"));
        Files.createSymbolicLink(published.resolve("model.onnx_data"), Path.of("../../blobs/0b"));

        try (CausalModel model = CheckpointLoader.load(
                "model", CheckpointSource.of("file:" + folder.resolve("snapshot"), WeightFormat.F32))) {
            assertThat(Files.size(blobs.resolve("0b"))).isGreaterThan(600_000);
            assertThat(model.spec().weightBytes())
                    .isEqualTo(Files.size(blobs.resolve("0a")) + Files.size(blobs.resolve("0b")));
        }
    }

    private static byte[] withWeightsIn(String name, OnnxMl.ModelProto whole, Path data) throws IOException {
        OnnxMl.ModelProto.Builder model = whole.toBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (OnnxMl.TensorProto.Builder weight : model.getGraphBuilder().getInitializerBuilderList()) {
            if (weight.getRawData().size() >= 1024) {
                weight.setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL);
                place(weight, "location", name);
                place(weight, "offset", Integer.toString(bytes.size()));
                place(weight, "length", Integer.toString(weight.getRawData().size()));
                weight.getRawData().writeTo(bytes);
                weight.clearRawData();
            }
        }
        Files.write(data, bytes.toByteArray());
        return model.build().toByteArray();
    }

    private static void place(OnnxMl.TensorProto.Builder weight, String key, String value) {
        weight.addExternalDataBuilder().setKey(key).setValue(value);
    }

    @Test
    void takesAGraphBesideItsConfigurationInAFolderNamedAsExportsAre() throws IOException {
        Path together = Files.createDirectory(folder.resolve("onnx"));
        for (String file : List.of("config.json", "tokenizer.json")) {
            Files.move(folder.resolve(file), together.resolve(file));
        }
        Files.copy(Fixture.directory("llama").resolve("onnx/model.onnx"), together.resolve("model.onnx"));

        try (CausalModel model = CheckpointLoader.load(
                "model", CheckpointSource.of("file:" + together.resolve("model.onnx"), WeightFormat.F32))) {
            assertThat(model.spec().vocabulary()).isEqualTo(512);
        }
    }

    @Test
    void leavesAColumnOfTheContextForTheRowThatFillsUpAPass() throws IOException {
        Files.copy(Fixture.directory("llama").resolve("onnx/model.onnx"), folder.resolve("model.onnx"));
        Files.writeString(
                folder.resolve("config.json"),
                Files.readString(folder.resolve("config.json"))
                        .replaceFirst("\"max_position_embeddings\": \\d+", "\"max_position_embeddings\": 96"));

        try (CausalModel model = CheckpointLoader.load(
                "model", CheckpointSource.of("file:" + folder.resolve("model.onnx"), WeightFormat.F32))) {
            assertThat(model.spec().contextTokens()).isEqualTo(95);
        }
    }

    @Test
    void saysWhatADecoderTakesThatIsNotKnown() throws IOException {
        takes("input_ids", LONG, "b", "n");
        takes("token_type_ids", LONG, "b", "n");
        cached(FLOAT, 2, 16);

        assertRefused(
                "it takes \"token_type_ids\", and known are [attention_mask, cache_position, encoder_attention_mask,");
    }

    @Test
    void refusesADecoderWithoutACache() throws IOException {
        takes("input_ids", LONG, "b", "n");
        gives("logits", FLOAT, 1, 1, 512);

        assertRefused("it has no inputs past_key_values.*, so every pass would compute all columns again");
    }

    @Test
    void refusesNumbersOf16Bits() throws IOException {
        takes("input_ids", LONG, "b", "n");
        cached(HALF, 2, 16);

        assertRefused("\"past_key_values.0.key\" must hold 32-bit floats, but holds FLOAT16");
    }

    @Test
    void refusesRowsWithoutWhatMakesThem() throws IOException {
        takes("inputs_embeds", FLOAT, "b", "n", 64);
        cached(FLOAT, 2, 16);

        assertRefused("it takes rows (inputs_embeds), so embed_tokens.onnx must lie beside it, but does not");
    }

    @Test
    void refusesADecoderWhoseEncoderIsMissing() throws IOException {
        takes("input_ids", LONG, "b", "n");
        takes("encoder_hidden_states", FLOAT, "b", "m", 48);
        cached(FLOAT, 2, 16);

        assertRefused("encoder_model.onnx must lie beside it, but does not");
    }

    @Test
    void refusesOneHalfOfTwo() throws IOException {
        takes("input_ids", LONG, "b", "n");
        takes("past_key_values.0.decoder.key", FLOAT, "b", 2, "p", 16);
        takes("past_key_values.0.decoder.value", FLOAT, "b", 2, "p", 16);
        takes("past_key_values.0.encoder.key", FLOAT, "b", 2, "m", 16);
        takes("past_key_values.0.encoder.value", FLOAT, "b", 2, "m", 16);
        for (String name : List.of("decoder.key", "decoder.value", "encoder.key", "encoder.value")) {
            gives("present.0." + name, FLOAT, 1, 2, 1, 16);
        }
        gives("logits", FLOAT, 1, 1, 512);

        assertRefused("it is one half of two");
    }

    @Test
    void refusesPositionsOfThreeDimensions() throws IOException {
        takes("input_ids", LONG, "b", "n");
        takes("position_ids", LONG, 3, "b", "n");
        cached(FLOAT, 2, 16);

        assertRefused("\"position_ids\" must have 2 dimensions");
    }

    @Test
    void refusesWhatIsNoGraph() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "no graph at all");

        assertThatThrownBy(() -> load().close()).hasMessageContaining("The runtime refused the graph \"model\" in ");
    }

    @Test
    void saysThatAnExportHasNoRandomWeights() throws IOException {
        takes("input_ids", LONG, "b", "n");
        cached(FLOAT, 2, 16);
        write();

        assertThatThrownBy(() -> CheckpointLoader.loadUntrained(
                                "model", CheckpointSource.of("file:" + folder, WeightFormat.F32), 1)
                        .close())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("is an export, whose graphs hold their weights");
    }

    private void assertRefused(String why) throws IOException {
        write();

        assertThatThrownBy(() -> load().close())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The exported decoder of \"model\" cannot be run: ")
                .hasMessageContaining(why);
    }

    private CausalModel load() {
        return CheckpointLoader.load("model", CheckpointSource.of("file:" + folder, WeightFormat.F32));
    }

    /** Keys and values of one layer, and logits. */
    private void cached(int type, int heads, int size) {
        for (String what : List.of("key", "value")) {
            takes("past_key_values.0." + what, type, "b", heads, "p", size);
            gives("present.0." + what, type, 1, heads, 1, size);
        }
        gives("logits", FLOAT, 1, 1, 512);
    }

    private void takes(String name, int type, Object... shape) {
        inputs.add(value(name, type, shape));
    }

    /** An output that is always the same. */
    private void gives(String name, int type, int... shape) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder().setDataType(type);
        int numbers = 1;
        Object[] sizes = new Object[shape.length];
        for (int i = 0; i < shape.length; i++) {
            tensor.addDims(shape[i]);
            numbers *= shape[i];
            sizes[i] = shape[i];
        }
        tensor.setRawData(ByteString.copyFrom(new byte[numbers * (type == HALF ? 2 : 4)]));
        graph.addNode(OnnxMl.NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput(name)
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName("value")
                        .setType(OnnxMl.AttributeProto.AttributeType.TENSOR)
                        .setT(tensor)));
        graph.addOutput(value(name, type, sizes));
    }

    private static OnnxMl.ValueInfoProto value(String name, int type, Object... shape) {
        OnnxMl.TensorShapeProto.Builder sizes = OnnxMl.TensorShapeProto.newBuilder();
        for (Object size : shape) {
            if (size instanceof Integer number) {
                sizes.addDimBuilder().setDimValue(number);
            } else {
                sizes.addDimBuilder().setDimParam(size.toString());
            }
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(type)
                                .setShape(sizes)))
                .build();
    }

    private void write() throws IOException {
        OnnxMl.ModelProto model = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(18))
                .setGraph(graph.addAllInput(inputs))
                .build();
        Files.write(folder.resolve("model.onnx"), model.toByteArray());
    }
}
