package dev.specula.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.media.Sound;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.Prompts;
import dev.specula.plan.Speculation;
import dev.specula.report.RunReport;
import dev.specula.text.RetokenisedModel;
import dev.specula.token.ChainGrowth;
import dev.specula.token.Draft;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.HeardTokens;
import dev.specula.token.Match;
import dev.specula.token.ModelSource;
import dev.specula.token.Pass;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tiny Whisper of many languages is drafted by one whose words have other numbers, as tiny.en drafts for base. */
class RetokenisedWhisperTests {
    private static final int TOKENS = 48;
    private static final int WORDS = 438; // tokens before the marks
    private static final TranscriptionOptions ENGLISH = TranscriptionOptions.DEFAULT.in("en");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SEGMENTS, 0", "SEGMENTS, 0.8", "NONE, 0", "NONE, 0.8"})
    void changesNoToken(Timestamps timestamps, double temperature) throws IOException {
        try (CausalModel target = new WhisperCopy().load(folder.resolve("target"));
                CausalModel draft = new WhisperCopy()
                        .renumbered(RetokenisedWhisperTests::otherNumber)
                        .load(folder.resolve("draft"));
                CausalModel english = new WhisperCopy()
                        .renumbered(RetokenisedWhisperTests::otherNumber)
                        .ofEnglishAlone()
                        .load(folder.resolve("english"))) {
            SpeechToText alone = DefaultPipelines.byLookup(target, 4);
            List<SpeechToText> drafted = List.of(
                    DefaultPipelines.withDraft(target, draft, 5),
                    DefaultPipelines.bySpecAsr(target, draft, 24),
                    DefaultPipelines.withDraft(target, english, 5),
                    DefaultPipelines.bySpecAsr(target, english, 24));
            long tried = 0;
            for (int seed = 0; seed < 3; seed++) {
                TranscriptionOptions options =
                        ENGLISH.with(timestamps).at(temperature, seed).withMaxNewTokens(48);
                int[] expected = alone.transcribe(recording(options.with(Speculation.OFF)))
                        .tokens();

                for (SpeechToText each : drafted) {
                    Transcript transcript = each.transcribe(recording(options));
                    assertThat(transcript.tokens()).isEqualTo(expected);
                    tried += transcript.report().drafted();
                }
            }
            assertThat(tried).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "0.8, 44"}) // of 48 tokens; at temperature 0 each pass keeps all four that were drafted
    void takesFewerPassesThanTokensWhereItHearsTheSame(double temperature, int most) throws IOException {
        try (CausalModel target = new WhisperCopy().sayingWholeWords().load(folder.resolve("target"));
                CausalModel draft = new WhisperCopy()
                        .sayingWholeWords()
                        .renumbered(RetokenisedWhisperTests::otherNumber)
                        .load(folder.resolve("draft"))) {
            Said plain = say(target, draft, temperature, 0);
            Said drafted = say(target, draft, temperature, 4);

            assertThat(plain.report().rounds()).isEqualTo(TOKENS);
            assertThat(drafted.tokens()).isEqualTo(plain.tokens());
            assertThat(drafted.report().rounds()).isLessThanOrEqualTo(most);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void isKeptNowAndThenWhereItIsOfEnglishAlone(double temperature) throws IOException {
        try (CausalModel target = new WhisperCopy().sayingWholeWords().load(folder.resolve("target"));
                CausalModel draft = new WhisperCopy()
                        .sayingWholeWords()
                        .ofEnglishAlone()
                        .renumbered(RetokenisedWhisperTests::otherNumber)
                        .load(folder.resolve("draft"))) {
            Said drafted = say(target, draft, temperature, 4);

            assertThat(drafted.tokens())
                    .isEqualTo(say(target, draft, temperature, 0).tokens());
            assertThat(drafted.report().kept()).isPositive();
        }
    }

    private record Said(List<Integer> tokens, RunReport report) {}

    private static int otherNumber(int token) {
        return token < WORDS ? (token * 5 + 3) % WORDS : token;
    }

    /** An answer of at most {@link #TOKENS} tokens with at most {@code budget} drafted in each round. */
    private static Said say(CausalModel target, CausalModel draft, double temperature, int budget) {
        CausalModel translated = RetokenisedModel.of(draft, target);
        SpeechToTextPipeline pipeline =
                (SpeechToTextPipeline) DefaultPipelines.withDraft(target, draft, Math.max(1, budget));
        Prompts prompts = pipeline.prompts(recording(ENGLISH.with(Timestamps.NONE)));
        Sampling sampling = Sampling.at(temperature, 7);
        Noise noise = Noise.seeded(7);
        Match rule = new Match();
        HeardTokens heard = new HeardTokens();
        TokenRun run = new TokenRun(new FixedSchedule(budget), null, Ending.after(TOKENS, target.endTokens()), heard);
        try (Sequence main = target.open(prompts.target(), sampling, Passes.EXACT);
                ModelSource source = new ModelSource(
                        translated.open(prompts.draft(), sampling, Passes.FASTEST),
                        new ChainGrowth(Math.max(1, budget)))) {
            while (run.goesOn()) {
                Draft chain = run.draft(main);
                source.propose(chain, main, run.budget(), noise);
                Pass said = run.verify(main, chain);
                Verdict kept = run.commit(chain, rule.judge(chain, said, noise));
                source.settle(chain, said, kept, noise);
                main.settle(chain, kept);
            }
        }
        return new Said(IntStream.of(heard.tokens()).boxed().toList(), run.report());
    }

    private static Recording recording(TranscriptionOptions options) {
        String file = "/processors/whisper/audio.wav";
        try (InputStream in = Objects.requireNonNull(RetokenisedWhisperTests.class.getResourceAsStream(file))) {
            return Recording.of(Sound.of(in.readAllBytes())).with(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
