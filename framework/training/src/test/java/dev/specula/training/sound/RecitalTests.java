package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Commands;
import dev.specula.media.LogMel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecitalTests {

    private static final List<HeardClip> RECITALS = recitals(60);

    private static List<HeardClip> recitals(int count) {
        Recital recital = new Recital(LogMel.RATE, Clip.SAMPLES);
        return LongStream.range(0, count)
                .mapToObj(index -> recital.of(SeedRange.VALIDATION.seed(index)))
                .toList();
    }

    @Test
    void aSeedAlwaysSoundsTheSame() {
        HeardClip again = recitals(3).get(2);
        assertThat(again.sound()).isEqualTo(RECITALS.get(2).sound());
        assertThat(again.sentences()).isEqualTo(RECITALS.get(2).sentences());
    }

    @Test
    void theWordsThatFitAreTheBeginningOfTheRequest() {
        for (int index = 0; index < RECITALS.size(); index++) {
            String said = RECITALS.get(index).sentences().stream()
                    .flatMap(sentence -> sentence.words().stream())
                    .map(Spoken.Part::text)
                    .collect(Collectors.joining(" "));
            String request = String.join(" ", Commands.request(SeedRange.VALIDATION.seed(index)));
            assertThat(request.replace(".", "")).startsWith(said);
        }
    }

    @Test
    void wordsFollowOneAnotherWithinTheWindow() {
        for (HeardClip heard : RECITALS) {
            double before = 0;
            for (Sentence sentence : heard.sentences()) {
                for (Spoken.Part word : sentence.words()) {
                    assertThat(word.start()).isGreaterThanOrEqualTo(before);
                    assertThat(word.end()).isGreaterThan(word.start()).isLessThan(Clip.SECONDS);
                    before = word.end() - 1e-9;
                }
            }
        }
    }

    @Test
    void someSentencesWaitForSecondsAndMostDoNot() {
        List<Double> pauses = RECITALS.stream()
                .map(HeardClip::sentences)
                .flatMap(sentences -> IntStream.range(1, sentences.size())
                        .mapToObj(index -> sentences.get(index).words().get(0).start()
                                - sentences.get(index - 1).end()))
                .toList();
        assertThat(pauses).allMatch(pause -> pause >= 0);
        assertThat(pauses.stream().filter(pause -> pause > 1)).hasSizeGreaterThan(3);
        assertThat(pauses.stream().filter(pause -> pause < 0.5)).hasSizeGreaterThan(pauses.size() / 2);
    }

    @Test
    void wordsAreLouderThanThePauseBeforeThem() {
        assertThat(RECITALS.stream()
                        .filter(heard -> !heard.sentences().isEmpty())
                        .filter(RecitalTests::speaksWhenItSays))
                .hasSizeGreaterThan(50);
    }

    private static boolean speaksWhenItSays(HeardClip heard) {
        Spoken.Part first = heard.sentences().get(0).words().get(0);
        double pause = level(heard.sound(), 0, first.start() - 0.03);
        return level(heard.sound(), first.start(), first.end()) > 2 * pause;
    }

    private static double level(float[] sound, double from, double to) {
        double power = 0;
        int first = (int) (from * LogMel.RATE);
        int end = (int) (to * LogMel.RATE);
        for (int sample = first; sample < end; sample++) {
            power += sound[sample] * sound[sample];
        }
        return Math.sqrt(power / Math.max(1, end - first));
    }

    @Test
    void someWindowsCutASentenceOff() {
        assertThat(RECITALS.stream()
                        .flatMap(heard -> heard.sentences().stream())
                        .filter(sentence -> !sentence.whole()))
                .isNotEmpty();
    }
}
