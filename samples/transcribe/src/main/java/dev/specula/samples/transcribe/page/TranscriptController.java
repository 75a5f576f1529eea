package dev.specula.samples.transcribe.page;

import dev.specula.media.Sound;
import dev.specula.plan.Speculation;
import dev.specula.samples.common.EventStream;
import dev.specula.samples.transcribe.page.TranscriptEvents.End;
import dev.specula.samples.transcribe.page.TranscriptEvents.Heard;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.TranscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Transcripts as streams of events: {@code segment} for each segment, then {@code end} with the statistics. */
@RestController
class TranscriptController {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final SpeechToText speech;
    private final AsyncTaskExecutor tasks;

    TranscriptController(SpeechToText speech, AsyncTaskExecutor tasks) {
        this.speech = speech;
        this.tasks = tasks;
    }

    /** Writes down one sound; stops within a round when the reader is gone. */
    @PostMapping(path = "/api/transcripts", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter transcribe(
            @RequestParam(required = false) @Nullable MultipartFile sound,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "auto") String speculation)
            throws IOException {
        if (sound == null || sound.isEmpty()) {
            throw new IllegalArgumentException("Record something or choose a file.");
        }
        TranscriptionOptions usual = speech.options().with(Speculation.of(speculation));
        Recording recording =
                new Recording(Sound.of(sound.getBytes()), language.isBlank() ? usual : usual.in(language));
        return EventStream.of(tasks, LONGEST, events -> transcribe(recording, events));
    }

    private End transcribe(Recording recording, EventStream events) {
        long start = System.nanoTime();
        return End.of(speech.transcribe(
                recording, segment -> events.tell("segment", Heard.of(segment, (System.nanoTime() - start) / 1000))));
    }
}
