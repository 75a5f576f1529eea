package dev.specula.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.ChatMessage;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.plan.Speculation;
import dev.specula.report.Finish;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiny language models with random weights reply as they do alone, whatever drafts. */
class TextToTextTests {
    private static final Request TEXT =
            Request.continuing("A keeper climbs the steps, and a keeper climbs the steps, and a keeper climbs");
    private static final String TEMPLATE =
            "{% for message in messages %}[{{ message['role'] }}] {{ message['content'] }}\n"
                    + "{% endfor %}{% if add_generation_prompt %}{{ '[assistant] ' }}{% endif %}";
    private static final List<ChatMessage> MESSAGES =
            List.of(ChatMessage.of("system", "Be brief."), ChatMessage.of("user", "What does the keeper do?"));

    @ParameterizedTest
    @CsvSource({
        "llama, F32, 0",
        "llama, F32, 0.8",
        "llama, RI8, 0",
        "llama, RI8, 0.8",
        "llama, INT4, 0.8",
        "qwen3, F32, 0",
        "qwen3, F32, 0.8"
    })
    void saysTheSameTokensWhateverDrafts(String name, WeightFormat format, double temperature) {
        try (CausalModel model = load(name, format);
                CausalModel draft = load(name + "/draft", WeightFormat.F32)) {
            TextToText drafting = DefaultPipelines.withDraft(model, draft, 5);
            TextToText lookingUp = DefaultPipelines.byLookup(model, 8);
            long kept = 0;
            for (int seed = 0; seed < 3; seed++) {
                AnswerOptions options =
                        AnswerOptions.DEFAULT.at(temperature, seed).withMaxNewTokens(64);
                int[] alone = drafting.answer(TEXT.with(options.with(Speculation.OFF)))
                        .tokens();

                Answer drafted = drafting.answer(TEXT.with(options));
                assertThat(drafted.tokens()).isEqualTo(alone);
                assertThat(lookingUp.answer(TEXT.with(options)).tokens()).isEqualTo(alone);
                kept += drafted.report().kept();
            }
            assertThat(kept).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"llama, qwen3, 0", "qwen3, llama, 0", "llama, qwen3, 0.8"})
    void saysTheSameTokensWhereADraftHasOthers(String name, String other, double temperature) {
        try (CausalModel model = load(name, WeightFormat.F32);
                CausalModel draft = load(other, WeightFormat.F32)) {
            TextToText drafting = DefaultPipelines.withDraft(model, draft, 5);
            AnswerOptions options = AnswerOptions.DEFAULT.at(temperature, 1).withMaxNewTokens(48);

            Answer drafted = drafting.answer(TEXT.with(options));

            assertThat(drafted.tokens())
                    .isEqualTo(drafting.answer(TEXT.with(options.with(Speculation.OFF)))
                            .tokens());
            assertThat(drafted.report().drafted()).isPositive();
        }
    }

    @Test
    void keepsAllThatATargetDraftsForItself() {
        try (CausalModel model = load("llama", WeightFormat.F32)) {
            Answer answer = DefaultPipelines.withDraft(model, model, 5)
                    .answer(TEXT.with(AnswerOptions.DEFAULT.withMaxNewTokens(40)));

            assertThat(answer.report().acceptanceRate()).isEqualTo(1);
            assertThat(answer.report().drafted()).isPositive();
        }
    }

    @Test
    void streamsPiecesThatAddUpToTheText() {
        try (CausalModel model = load("llama", WeightFormat.F32)) {
            StringBuilder heard = new StringBuilder();

            Answer answer = DefaultPipelines.byLookup(model, 8)
                    .answer(TEXT.with(AnswerOptions.DEFAULT.withMaxNewTokens(40)), (piece, origin) -> {
                        heard.append(piece);
                        return true;
                    });

            assertThat(answer.text()).isNotBlank().isEqualTo(heard.toString());
            assertThat(answer.promptTokens())
                    .isEqualTo(model.vocabulary().encode(Objects.requireNonNull(TEXT.text())).length);
            assertThat(answer.report().committed()).isEqualTo(answer.tokens().length);
        }
    }

    @Test
    void stopsWhenTheListenerWantsNoMore() {
        try (CausalModel model = load("llama", WeightFormat.F32)) {
            Answer answer = DefaultPipelines.byLookup(model, 2)
                    .answer(TEXT.with(AnswerOptions.DEFAULT.withMaxNewTokens(200)), (piece, origin) -> false);

            assertThat(answer.finish()).isEqualTo(Finish.CANCELLED);
            assertThat(answer.tokens().length).isBetween(1, 6);
        }
    }

    @Test
    void writesAConversationAsTheCheckpointsOwnTemplateDoes(@TempDir Path folder) throws IOException {
        try (CausalModel model = conversing(folder)) {
            TextToText pipeline = DefaultPipelines.byLookup(model, 4);
            AnswerOptions brief = AnswerOptions.DEFAULT.withMaxNewTokens(24);
            String written = "[system] Be brief.\n[user] What does the keeper do?\n[assistant] ";

            Answer answer = pipeline.answer(Request.of(MESSAGES).with(brief));

            assertThat(answer.tokens())
                    .isEqualTo(pipeline.answer(Request.continuing(written).with(brief))
                            .tokens());
            assertThat(answer.promptTokens()).isEqualTo(model.vocabulary().encode(written).length);
        }
    }

    @Test
    void refusesWordsThatWouldEndTheirOwnTurn(@TempDir Path folder) throws IOException {
        try (CausalModel model = conversing(folder)) {
            String end = model.vocabulary().token(model.endTokens()[0]);
            TextToText pipeline = DefaultPipelines.byLookup(model, 4);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> pipeline.answer(Request.of("Hello" + end)))
                    .withMessageContaining(end);
        }
    }

    @Test
    void refusesMessagesWithoutATemplateAndTextsWithoutRoom() {
        try (CausalModel model =
                CheckpointLoader.load("llama", new CheckpointSource("classpath:fixtures/llama", WeightFormat.F32, 8))) {
            TextToText pipeline = DefaultPipelines.byLookup(model, 4);

            assertThatThrownBy(() -> pipeline.answer(Request.of("Hello")))
                    .isInstanceOf(IncompatibleModelsException.class)
                    .hasMessageContaining("Request.continuing");
            assertThatThrownBy(() -> pipeline.answer(TEXT))
                    .isInstanceOf(RequestTooLongException.class)
                    .hasMessageContaining("8 tokens");
        }
    }

    @Test
    void refusesRequestsWithoutWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> Request.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> Request.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Request.continuing(""));
    }

    @Test
    void choosesAmongPresetsByRequest() {
        try (CausalModel model = load("llama", WeightFormat.F32)) {
            TextToText presets = new TextToTextPresets(
                    List.of(DefaultPipelines.withDraft(model, model, 3), DefaultPipelines.byLookup(model, 4)));
            AnswerOptions brief = AnswerOptions.DEFAULT.withMaxNewTokens(8);

            assertThat(presets.answer(TEXT.with(brief.with(Speculation.preset("lookup"))))
                            .tokens())
                    .isEqualTo(presets.answer(TEXT.with(brief)).tokens());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> presets.answer(TEXT.with(brief.with(Speculation.preset("oracle")))))
                    .withMessageContaining("oracle");
        }
    }

    private static CausalModel load(String name, WeightFormat format) {
        return CheckpointLoader.load(name.replace('/', '-'), CheckpointSource.of("classpath:fixtures/" + name, format));
    }

    /** The tiny Llama with a chat template. */
    private static CausalModel conversing(Path folder) throws IOException {
        for (String file : List.of("config.json", "generation_config.json", "model.safetensors", "tokenizer.json")) {
            try (InputStream in = Objects.requireNonNull(
                    TextToTextTests.class.getResourceAsStream("/fixtures/llama/" + file), file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        Files.writeString(folder.resolve("chat_template.jinja"), TEMPLATE);
        return CheckpointLoader.load("conversing", CheckpointSource.of("file:" + folder, WeightFormat.F32));
    }
}
