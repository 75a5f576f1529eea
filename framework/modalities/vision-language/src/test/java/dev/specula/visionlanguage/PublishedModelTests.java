package dev.specula.visionlanguage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.media.Picture;
import dev.specula.model.CausalModel;
import dev.specula.plan.Speculation;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.token.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiny models in the manner of published ones answer as the reference library lets them answer (transformers 5.24). */
class PublishedModelTests {
    private static final String WORDS = "What is left of the blue cube?";

    /** Models that are asked by the template of another. */
    private static final Map<String, String> LIKE = Map.of("llava-siglip", "llava", "idefics3", "smolvlm");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"llava", "llava-siglip", "smolvlm", "idefics3"})
    void areAskedAsTheirOwnProcessorAsks(String name) throws IOException {
        try (CausalModel model = load(name, "")) {
            Prompt prompt = QuestionPrompts.of(model).of(question(name)).target();

            int[] columns = IntStream.range(0, prompt.length())
                    .map(column -> prompt.token(column, 0))
                    .toArray();
            assertThat(columns).isEqualTo(recorded(name, "prompt"));
            int picture = model.vocabulary().id("<image>").orElseThrow();
            assertThat(prompt.rows())
                    .isEqualTo(IntStream.of(columns)
                            .filter(token -> token == picture)
                            .count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llava", "smolvlm"})
    void sayTheRecordedAnswerInFewerPassesWithTheirOwnDraft(String name) throws IOException {
        try (CausalModel target = load(name, "");
                CausalModel draft = load(name, "/draft")) {
            Answer answer = DefaultPipelines.withDraft(target, draft, 4)
                    .answer(question(name).with(AnswerOptions.DEFAULT.withMaxNewTokens(24)));

            assertThat(answer.tokens()).isEqualTo(recorded(name, "greedy"));
            assertThat(answer.report().kept()).isPositive();
            assertThat(answer.report().rounds()).isLessThan(24);
        }
    }

    @Test
    void sayTheRecordedAnswerAsAnExporterWroteThem() throws IOException {
        try (CausalModel target =
                        load("smolvlm", "", "decoder_model_merged.onnx", "embed_tokens.onnx", "vision_encoder.onnx");
                CausalModel draft = load("smolvlm", "/draft")) {
            Answer answer = DefaultPipelines.withDraft(target, draft, 4)
                    .answer(question("smolvlm").with(AnswerOptions.DEFAULT.withMaxNewTokens(24)));

            assertThat(answer.tokens()).isEqualTo(recorded("smolvlm", "greedy"));
            assertThat(answer.report().kept()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llava-siglip", "idefics3"})
    void sayTheRecordedAnswer(String name) throws IOException {
        try (CausalModel model = load(name, "")) {
            Answer answer = DefaultPipelines.byLookup(model, 4)
                    .answer(question(name).with(AnswerOptions.DEFAULT.withMaxNewTokens(24)));

            assertThat(answer.tokens()).isEqualTo(recorded(name, "greedy"));
        }
    }

    @ParameterizedTest
    @CsvSource({"llava, 0", "llava, 0.8", "smolvlm, 0", "smolvlm, 0.8"})
    void sayTheSameTokensWithADraftAsWithout(String name, double temperature) throws IOException {
        try (CausalModel target = load(name, "");
                CausalModel draft = load(name, "/draft")) {
            ImageToText drafting = DefaultPipelines.withDraft(target, draft, 4);
            AnswerOptions options = AnswerOptions.DEFAULT.at(temperature, 5).withMaxNewTokens(48);

            assertThat(drafting.answer(question(name).with(options)).tokens())
                    .isEqualTo(drafting.answer(question(name).with(options.with(Speculation.OFF)))
                            .tokens());
        }
    }

    @Test
    void refuseWordsThatHoldAMark() throws IOException {
        try (CausalModel model = load("smolvlm", "")) {
            ImageToText pipeline = DefaultPipelines.byLookup(model, 4);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pipeline.answer(Question.about(picture("smolvlm"), "See <image>?")))
                    .withMessageContaining("<image>");
        }
    }

    private static Question question(String name) throws IOException {
        return Question.about(picture(name), WORDS);
    }

    private static Picture picture(String name) throws IOException {
        try (InputStream in = resource("/processors/" + name + "/image.png")) {
            return Picture.of(in.readAllBytes());
        }
    }

    /** The model with what a published one has beside its weights: a checkpoint, or graphs in its place. */
    private CausalModel load(String name, String part, String... graphs) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve(name + part.replace("/", "-")));
        for (String file : List.of("config.json", "tokenizer.json")) {
            copy("/fixtures/" + name + part + "/" + file, checkpoint.resolve(file));
        }
        for (String file : graphs.length == 0 ? new String[] {"model.safetensors"} : graphs) {
            String from = "/fixtures/" + name + part + (graphs.length == 0 ? "/" : "/onnx/");
            copy(from + file, checkpoint.resolve(file));
        }
        copy("/fixtures/" + name + "/generation_config.json", checkpoint.resolve("generation_config.json"));
        copy("/processors/" + name + "/preprocessor_config.json", checkpoint.resolve("preprocessor_config.json"));
        for (JsonElement each : json("/chat/templates.json").getAsJsonArray()) {
            JsonObject chat = each.getAsJsonObject();
            if (chat.get("name").getAsString().equals(LIKE.getOrDefault(name, name))) {
                JsonObject config = chat.getAsJsonObject("tokens").deepCopy();
                config.add("chat_template", chat.get("template"));
                Files.writeString(checkpoint.resolve("tokenizer_config.json"), config.toString());
            }
        }
        return CheckpointLoader.load(name, CheckpointSource.of("file:" + checkpoint, WeightFormat.F32));
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = resource(resource)) {
            Files.copy(in, file);
        }
    }

    private static int[] recorded(String name, String key) throws IOException {
        return json("/fixtures/" + name + "/expected.json").getAsJsonObject().getAsJsonArray(key).asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    private static JsonElement json(String resource) throws IOException {
        try (InputStream in = resource(resource)) {
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PublishedModelTests.class.getResourceAsStream(name), name);
    }
}
