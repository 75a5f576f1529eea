package dev.specula.visionlanguage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.specula.media.Picture;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.View;
import dev.specula.plan.Prompts;
import dev.specula.plan.Speculation;
import dev.specula.report.Finish;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.token.Origin;
import dev.specula.token.Sampling;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageToTextPipelineTests {
    private final ToyModel target = ToyModel.target();
    private final Picture picture = picture(0x336699);

    @ParameterizedTest
    @EnumSource(View.class)
    void saysWhatTheTargetAloneSays(View view) {
        ImageToText pipeline = drafting(target, ToyModel.draft(view));
        long kept = 0;
        for (int seed = 0; seed < 60; seed++) {
            AnswerOptions options = AnswerOptions.DEFAULT.at(seed % 3 * 0.5, seed);
            Question question = Question.about(picture(seed * 4321), "what").with(options);

            Answer drafted = pipeline.answer(question);
            Answer alone = pipeline.answer(question.with(options.with(Speculation.OFF)));

            assertThat(drafted.tokens()).isEqualTo(alone.tokens());
            assertThat(drafted.text()).isEqualTo(alone.text());
            assertThat(alone.report().drafted()).isZero();
            kept += drafted.report().kept();
        }
        assertThat(kept).isPositive();
    }

    @Test
    void describesWhatItsDraftModelSees() {
        assertThat(drafting(target, ToyModel.draft(View.POOLED)).description().source())
                .isEqualTo("model seeing pooled rows");
        assertThat(drafting(target, ToyModel.draft(View.TEXT_ONLY))
                        .description()
                        .source())
                .isEqualTo("model seeing the words");
    }

    @Test
    void saysThePlainAnswerInPassesOfOneRow() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.TEXT_ONLY));
        for (int seed = 0; seed < 20; seed++) {
            AnswerOptions options = AnswerOptions.DEFAULT.at(seed % 2 * 0.7, seed);
            Question question = Question.about(picture(seed * 4321), "what").with(options);

            Answer plain = pipeline.answer(question.with(options.with(Speculation.of("plain"))));

            assertThat(plain.tokens()).isEqualTo(pipeline.answer(question).tokens());
            assertThat(plain.report().rounds()).isEqualTo(plain.length());
        }
    }

    @Test
    void saysTheSameByLookupWithPenaltiesAndFilters() {
        ImageToText withDraft = drafting(target, ToyModel.draft(View.TEXT_ONLY));
        ImageToText looking = DefaultPipelines.byLookup(target, 4);
        for (int seed = 0; seed < 40; seed++) {
            Question question = Question.about(picture, "which")
                    .with(AnswerOptions.DEFAULT.with(new Sampling(0.8, 9, 0.95, 1.1, seed)));

            assertThat(looking.answer(question).tokens())
                    .isEqualTo(withDraft.answer(question).tokens());
        }
    }

    @Test
    void dependsOnThePicture() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.TEXT_ONLY));

        List<String> answers = new ArrayList<>();
        for (int colour = 0; colour < 10; colour++) {
            answers.add(pipeline.caption(picture(colour * 0x101010)).text());
        }

        assertThat(answers.stream().distinct().count()).isGreaterThan(1);
    }

    @Test
    void encodesAPictureOnce() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.POOLED));

        pipeline.answer(Question.about(picture, "first"));
        pipeline.answer(Question.about(picture, "second"));

        assertThat(target.encoded).hasValue(1);
    }

    @Test
    void leavesThePictureOutForATextOnlyDraft() {
        ImageToTextPipeline pipeline = drafting(target, ToyModel.draft(View.TEXT_ONLY));

        Prompts prompts = pipeline.prompts(Question.about(picture, "abc"));

        assertThat(prompts.target().length()).isEqualTo(1 + 4 + 1 + 3 + 1);
        assertThat(prompts.target().token(1, 0)).isEqualTo(ToyVocabulary.IMAGE);
        assertThat(prompts.draft().length()).isEqualTo(1 + 1 + 3 + 1);
        assertThat(prompts.draft().rows()).isZero();
    }

    @Test
    void givesAPooledDraftTheTargetsRowsThroughItsConnector() {
        ToyModel draft = ToyModel.draft(View.POOLED);
        ImageToTextPipeline pipeline = drafting(target, draft);

        Prompts prompts = pipeline.prompts(Question.about(picture, "abc"));

        assertThat(prompts.draft().length()).isEqualTo(1 + 2 + 1 + 3 + 1);
        assertThat(Objects.requireNonNull(prompts.draft().values()).get(0))
                .isCloseTo(Objects.requireNonNull(prompts.target().values()).get(0), within(1e-6f));
        assertThat(draft.encoded).hasValue(1);
    }

    @Test
    void stopsWithinARoundWhenTheListenerWantsNoMore() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.ALL));
        Question question = Question.about(picture, "abc");
        Answer whole = pipeline.answer(question);
        List<String> heard = new ArrayList<>();

        Answer stopped = pipeline.answer(question, (text, origin) -> {
            heard.add(text);
            return false;
        });

        assertThat(whole.isPartial()).isFalse();
        assertThat(heard).hasSize(1);
        assertThat(stopped.isPartial()).isTrue();
        assertThat(stopped.length()).isBetween(1, 5).isLessThan(whole.length());
        assertThat(whole.text()).startsWith(stopped.text());
    }

    @Test
    void saysNothingOnAnInterruptedThread() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.ALL));

        Thread.currentThread().interrupt();
        Answer answer = pipeline.caption(picture);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer.isPartial()).isTrue();
        assertThat(answer.length()).isZero();
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void showsWholeCharactersThatAddUpToTheText() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.ALL));
        int umlauts = 0;
        for (int seed = 0; seed < 80; seed++) {
            StringBuilder heard = new StringBuilder();
            List<String> pieces = new ArrayList<>();
            Answer answer = pipeline.answer(
                    Question.about(picture, "abc").with(AnswerOptions.DEFAULT.at(4, seed)), (text, origin) -> {
                        heard.append(text);
                        pieces.add(text);
                        return true;
                    });

            assertThat(heard).hasToString(answer.text());
            assertThat(answer.text()).isEqualTo(target.vocabulary().decode(answer.tokens()));
            assertThat(pieces).doesNotContain("");
            umlauts += pieces.contains("ä") ? 1 : 0;
        }
        assertThat(umlauts).isPositive();
    }

    @Test
    void tellsWhereEachTokenCameFrom() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.ALL));

        Answer answer = pipeline.answer(Question.about(picture, "abc"));

        long drafted = 0;
        for (int i = 0; i < answer.length(); i++) {
            drafted += answer.origin(i) == Origin.DRAFT ? 1 : 0;
        }
        // Free guesses are kept too, but not counted as drafted.
        assertThat(drafted).isGreaterThanOrEqualTo(answer.report().kept()).isPositive();
        assertThat(answer.length() - drafted)
                .isLessThanOrEqualTo(answer.report().rounds());
        assertThat(answer.length()).isEqualTo((int) answer.report().committed());
        assertThat(answer.total()).isGreaterThanOrEqualTo(answer.timeToFirstToken());
    }

    @Test
    void endsAtTheEndTokenOrTheLimitOrTheContext() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.ALL));
        AnswerOptions long1 = AnswerOptions.DEFAULT.withMaxNewTokens(1000);
        List<Finish> seen = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            Answer answer = pipeline.answer(Question.about(picture, "abc").with(long1.at(1, seed)));
            seen.add(answer.finish());
            boolean ends = answer.token(answer.length() - 1) == ToyVocabulary.END;
            assertThat(answer.finish()).isEqualTo(ends ? Finish.END : Finish.LENGTH);
            assertThat(answer.length()).isLessThanOrEqualTo(ToyModel.CONTEXT - 10);
        }
        assertThat(seen).contains(Finish.END, Finish.LENGTH);

        Answer one = pipeline.answer(Question.about(picture, "abc").with(long1.withMaxNewTokens(1)));
        assertThat(one.length()).isEqualTo(1);
    }

    @Test
    void refusesAQuestionThatLeavesNoRoomAndNamesBothNumbers() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.TEXT_ONLY));

        assertThatThrownBy(() -> pipeline.answer(Question.about(picture, "a".repeat(80))))
                .isInstanceOf(QuestionTooLongException.class)
                .hasMessageContaining("holds 64 tokens")
                .hasMessageContaining("take 87");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesAQuestionWithoutWords(String words) {
        assertThatThrownBy(() -> Question.about(picture, words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have words");
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatThrownBy(() -> AnswerOptions.DEFAULT.at(-0.5, 0)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> AnswerOptions.DEFAULT.withMaxNewTokens(0)).hasMessageContaining("maxNewTokens");
    }

    @Test
    void refusesSpecialTokensInTheWords() {
        ImageToText pipeline = drafting(target, ToyModel.draft(View.TEXT_ONLY));

        assertThatThrownBy(() -> pipeline.answer(Question.about(picture, "<|image|>")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<|image|>");
    }

    @Test
    void refusesADraftWithOtherTokensAndNamesTheFirst() {
        assertThatThrownBy(() -> drafting(target, ToyModel.withLetters(11)))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("token 20 is \"l\"");
    }

    @Test
    void refusesATargetThatSeesNoPictures() {
        CausalModel blind = ToyModel.draft(View.TEXT_ONLY);

        assertThatThrownBy(() -> drafting(blind, ToyModel.draft(View.TEXT_ONLY)))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("image encoder");
    }

    @Test
    void answersWithThePresetThatIsNamed() {
        ImageToText presets = new ImageToTextPresets(
                List.of(drafting(target, ToyModel.draft(View.ALL)), DefaultPipelines.byLookup(target, 4)));
        Question question = Question.about(picture, "abc");
        AnswerOptions lookup = AnswerOptions.DEFAULT.with(Speculation.of("lookup"));

        assertThat(presets.description().preset()).isEqualTo("default");
        assertThat(presets.answer(question.with(lookup)).tokens())
                .isEqualTo(presets.answer(question).tokens());
        assertThatThrownBy(() -> presets.answer(question.with(AnswerOptions.DEFAULT.with(Speculation.preset("fast")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"default\", \"lookup\"")
                .hasMessageContaining("\"fast\"");
    }

    private static ImageToTextPipeline drafting(CausalModel target, CausalModel draft) {
        return new BlocksPipeline(target, draft, 4);
    }

    private static Picture picture(int rgb) {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            image.setRGB(i % 4, i / 4, rgb);
        }
        return Picture.of(image);
    }
}
