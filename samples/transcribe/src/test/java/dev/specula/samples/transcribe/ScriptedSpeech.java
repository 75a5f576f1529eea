package dev.specula.samples.transcribe;

import dev.specula.Guarantee;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.speech.Piece;
import dev.specula.speech.Recording;
import dev.specula.speech.Segment;
import dev.specula.speech.SegmentListener;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.Transcript;
import dev.specula.token.Origin;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Hears "good morning" in everything, the second word drafted. */
public final class ScriptedSpeech implements SpeechToText {
    private static volatile @Nullable Recording asked;

    /** Takes the place of the models. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InPlaceOfTheModels {
        @Bean
        SpeechToText speech() {
            return new ScriptedSpeech();
        }
    }

    public static Recording asked() {
        Recording recording = asked;
        if (recording == null) {
            throw new AssertionError("nothing was asked");
        }
        return recording;
    }

    @Override
    public PipelineDescription description() {
        return new PipelineDescription(
                "scripted", "default", Guarantee.SAME_TOKENS, "model", "chain", "match", "self-tuning", 8);
    }

    @Override
    public Transcript transcribe(Recording recording, SegmentListener listener) {
        asked = recording;
        Segment segment = new Segment(
                Duration.ofMillis(500),
                Duration.ofMillis(61_250),
                "good morning",
                List.of(new Piece(" good", Origin.TARGET), new Piece(" morning", Origin.DRAFT)));
        listener.heard(segment);
        RunReport report = new RunReport();
        report.first(1000);
        report.round(2, 1, 3, 300, 1000);
        return new Transcript(
                "en",
                List.of(segment),
                new int[] {5, 6, 7},
                Finish.END,
                report,
                new Transcript.Times(Duration.ofSeconds(62), Duration.ofMillis(1), Duration.ofMillis(1500)));
    }

    /** A WAV file of two samples. */
    public static byte[] wav() {
        ByteBuffer file = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(40);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        file.putShort((short) 1)
                .putInt(16_000)
                .putInt(32_000)
                .putShort((short) 2)
                .putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(4)
                .putShort((short) 9000)
                .putShort((short) 1);
        return file.array();
    }
}
