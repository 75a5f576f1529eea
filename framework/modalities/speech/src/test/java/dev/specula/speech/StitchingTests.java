package dev.specula.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.media.Sound;
import dev.specula.report.Finish;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound longer than a window is written down window by window, each from where the last whole segment ended. */
class StitchingTests {
    private static final int A = ToyVocabulary.WORDS;
    private static final int[] ALL_OF_IT = {at(0), A, at(2), ToyVocabulary.END};

    @Test
    void goesOnFromTheEndOfTheLastWholeSegment() {
        ScriptedModel model = new ScriptedModel(
                new int[] {at(0), A, A + 1, at(1), at(1), A + 2, ToyVocabulary.END},
                new int[] {at(0), A + 2, A + 3, at(1.5), ToyVocabulary.END},
                new int[] {at(0), A + 4, ToyVocabulary.END});

        Transcript transcript = german(model).transcribe(Sounds.noise(3.8, 1));

        assertThat(transcript.segments()).extracting(Segment::text).containsExactly("a b", "c d", "e");
        assertThat(transcript.segments())
                .extracting(segment -> segment.start().toMillis())
                .containsExactly(0L, 1000L, 3000L);
        assertThat(transcript.segments())
                .extracting(segment -> segment.end().toMillis())
                .containsExactly(1000L, 2500L, 3800L);
        assertThat(transcript.text()).isEqualTo("a b c d e");
        assertThat(transcript.finish()).isEqualTo(Finish.END);
        assertThat(transcript.times().sound()).isEqualTo(Duration.ofMillis(3800));
        assertThat(model.windows()).isEqualTo(3);
    }

    @Test
    void endsASegmentNoLaterThanTheSound() {
        ScriptedModel model = new ScriptedModel(new int[] {at(0), A, at(1.9), ToyVocabulary.END});

        Transcript transcript = german(model).transcribe(Sounds.noise(1.2, 1));

        assertThat(transcript.segments().get(0).end()).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void takesWindowAfterWindowWithoutTimestamps() {
        ScriptedModel model = new ScriptedModel(new int[] {A, ToyVocabulary.END}, new int[] {A + 1, ToyVocabulary.END});

        Transcript transcript = german(model)
                .transcribe(
                        Recording.of(Sounds.noise(3.5, 1)).with(TranscriptionOptions.DEFAULT.with(Timestamps.NONE)));

        assertThat(transcript.segments())
                .extracting(segment ->
                        segment.start().toMillis() + "-" + segment.end().toMillis())
                .containsExactly("0-2000", "2000-3500");
        assertThat(transcript.text()).isEqualTo("a b");
    }

    @Test
    void tellsEachSegmentAsSoonAsTheNextOneStarts() {
        ScriptedModel model =
                new ScriptedModel(new int[] {at(0), A, at(1), at(1), A + 1, at(2), ToyVocabulary.END}, ALL_OF_IT);
        List<String> heard = new ArrayList<>();

        Transcript transcript = german(model).transcribe(Recording.of(Sounds.noise(6, 1)), segment -> {
            heard.add(segment.text());
            return false;
        });

        assertThat(heard).containsExactly("a");
        assertThat(transcript.isPartial()).isTrue();
        assertThat(transcript.text()).isEqualTo("a");
        assertThat(model.windows()).isEqualTo(1);
    }

    @Test
    void tellsNoMoreWhenTheListenerHasHeardEnoughThoughARoundSaidMore() {
        int[] both = {at(0), A, at(1), at(1), A + 1, at(2), ToyVocabulary.END};
        SpeechToText drafting = DefaultPipelines.withDraft(new ScriptedModel(both), new ScriptedModel(both), 8);
        List<String> heard = new ArrayList<>();

        Transcript transcript = drafting.transcribe(
                Recording.of(Sounds.noise(2, 1)).with(TranscriptionOptions.DEFAULT.in("de")), segment -> {
                    heard.add(segment.text());
                    return false;
                });

        assertThat(heard).containsExactly("a");
        assertThat(transcript.isPartial()).isTrue();
    }

    @Test
    void writesNothingOnAnInterruptedThread() {
        Thread.currentThread().interrupt();
        Transcript transcript = german(new ScriptedModel(ALL_OF_IT)).transcribe(Sounds.noise(1, 1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(transcript.isPartial()).isTrue();
        assertThat(transcript.segments()).isEmpty();
    }

    @Test
    void passesOverSilentWindowsAndRefusesSilenceAlone() {
        ScriptedModel model = new ScriptedModel(ALL_OF_IT);
        float[] late = new float[5 * 16_000];
        Arrays.fill(late, 4 * 16_000, late.length, 0.2f);

        assertThat(german(model).transcribe(Sound.ofSamples(late, 16_000)).segments())
                .singleElement()
                .extracting(Segment::start)
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(model.windows()).isEqualTo(1);
        assertThatThrownBy(() -> german(model).transcribe(Sound.ofSamples(new float[70_000], 16_000)))
                .isInstanceOf(SilentSoundException.class)
                .hasMessageContaining("4.4 s are silent");
        assertThat(model.windows()).isEqualTo(1);
    }

    @Test
    void saysWhenWordsReachedTheMostTokens() {
        ScriptedModel model = new ScriptedModel(new int[] {at(0), A, A, A, A, A, A});

        Transcript transcript = german(model)
                .transcribe(Recording.of(Sounds.noise(1, 1)).with(TranscriptionOptions.DEFAULT.withMaxNewTokens(4)));

        assertThat(transcript.finish()).isEqualTo(Finish.LENGTH);
        assertThat(transcript.tokens()).hasSize(4);
    }

    @Test
    void holdsNoMoreOfALongSoundThanAWindow(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long.wav");
        writeClicks(file, 20 * 60);
        List<Long> used = new ArrayList<>();

        Transcript transcript = german(new ScriptedModel(ALL_OF_IT))
                .transcribe(Recording.of(Sound.of(file)), segment -> {
                    long second = segment.start().toSeconds();
                    if (second == 20 || second == 1180) {
                        System.gc();
                        used.add(Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory());
                    }
                    return true;
                });

        assertThat(transcript.segments()).hasSize(600);
        assertThat(used).hasSize(2);
        assertThat(used.get(1) - used.get(0)).isLessThan(4 << 20); // the sound would be 76 MB
    }

    private static SpeechToText german(ScriptedModel model) {
        return DefaultPipelines.byLookup(model, 4);
    }

    private static int at(double seconds) {
        return ToyVocabulary.FIRST_TIMESTAMP + (int) Math.round(seconds * 50);
    }

    /** 8-bit sound of 1,000 samples a second: a click every second. */
    private static void writeClicks(Path file, int seconds) throws IOException {
        int rate = 1000;
        ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + rate * seconds);
        head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        head.putShort((short) 1).putInt(rate).putInt(rate).putShort((short) 1).putShort((short) 8);
        head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(rate * seconds);
        byte[] second = new byte[rate];
        for (int i = 0; i < rate; i++) {
            second[i] = (byte) (i == 500 ? 250 : 128);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head.array());
            for (int i = 0; i < seconds; i++) {
                out.write(second);
            }
        }
    }
}
