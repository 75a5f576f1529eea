package dev.specula.spring.audio;

import dev.specula.Guarantee;
import dev.specula.model.ModelSpec;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears "good morning" and "everybody" in whatever it is given, and remembers what it was asked. */
public final class ScriptedSpeechToText implements SpeechToText {
    private static final List<String> WORDS = List.of("good morning", "everybody");

    private final PipelineDescription description;
    private volatile @Nullable Recording asked;
    private volatile @Nullable String thread;
    private volatile @Nullable RuntimeException failure;

    public ScriptedSpeechToText(String name, String preset) {
        description = new PipelineDescription(
                name, preset, Guarantee.SAME_TOKENS, "model", "chain", "match", "self-tuning", 8);
    }

    public ScriptedSpeechToText failing(@Nullable RuntimeException with) {
        failure = with;
        return this;
    }

    public Recording asked() {
        Recording recording = asked;
        if (recording == null) {
            throw new AssertionError("nothing was asked");
        }
        return recording;
    }

    public @Nullable String thread() {
        return thread;
    }

    @Override
    public PipelineDescription description() {
        return description;
    }

    @Override
    public List<ModelSpec> models() {
        return List.of(new ModelSpec("listener", 400, 6, 384, 448, "ri8", 11_000_000, 1536));
    }

    @Override
    public Transcript transcribe(Recording recording, SegmentListener listener) {
        asked = recording;
        thread = Thread.currentThread().getName();
        if (failure != null) {
            throw failure;
        }
        List<Segment> heard = new ArrayList<>();
        boolean goesOn = true;
        for (int i = 0; i < WORDS.size() && goesOn; i++) {
            Segment segment = new Segment(
                    Duration.ofSeconds(i),
                    Duration.ofSeconds(i + 1),
                    WORDS.get(i),
                    List.of(new Piece(WORDS.get(i), Origin.DRAFT)));
            heard.add(segment);
            goesOn = listener.heard(segment);
        }
        RunReport report = new RunReport();
        report.round(2, 2, 3, 300, 1000);
        return new Transcript(
                "en",
                heard,
                new int[] {5, 6, 7},
                goesOn ? Finish.END : Finish.CANCELLED,
                report,
                new Transcript.Times(Duration.ofSeconds(2), Duration.ofMillis(1), Duration.ofMillis(2)));
    }
}
