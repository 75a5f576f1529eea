package dev.specula.samples.transcribe.page;

import dev.specula.media.Sound;
import dev.specula.plan.Speculation;
import dev.specula.samples.transcribe.page.TranscriptEvents.End;
import dev.specula.samples.transcribe.page.TranscriptEvents.Heard;
import dev.specula.samples.transcribe.page.TranscriptEvents.Problem;
import dev.specula.speech.Recording;
import dev.specula.speech.SpeechToText;
import dev.specula.speech.TranscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Transcripts as streams of events: {@code segment} for each segment, then {@code end} with the statistics. Events are sent by
 * another thread than the one that decodes, so that the network does not slow the transcript down.
 */
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
            @RequestParam MultipartFile sound,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "auto") String speculation)
            throws IOException {
        TranscriptionOptions usual = speech.options().with(Speculation.of(speculation));
        Recording recording =
                new Recording(Sound.of(sound.getBytes()), language.isBlank() ? usual : usual.in(language));
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        BlockingQueue<Object> events = new LinkedBlockingQueue<>();
        AtomicBoolean gone = new AtomicBoolean();
        emitter.onTimeout(() -> gone.set(true));
        emitter.onError(failure -> gone.set(true));
        tasks.execute(() -> decode(recording, events, gone));
        tasks.execute(() -> send(events, emitter, gone));
        return emitter;
    }

    private void decode(Recording recording, BlockingQueue<Object> events, AtomicBoolean gone) {
        long start = System.nanoTime();
        try {
            events.add(End.of(speech.transcribe(recording, segment -> {
                events.add(Heard.of(segment, (System.nanoTime() - start) / 1000));
                return !gone.get();
            })));
        } catch (RuntimeException e) {
            events.add(new Problem(String.valueOf(e.getMessage())));
        }
    }

    private static void send(BlockingQueue<Object> events, SseEmitter emitter, AtomicBoolean gone) {
        try {
            Object event;
            do {
                event = events.take();
                String name = event instanceof Heard ? "segment" : event instanceof End ? "end" : "problem";
                emitter.send(SseEmitter.event().name(name).data(event, MediaType.APPLICATION_JSON));
            } while (event instanceof Heard);
            emitter.complete();
        } catch (IOException readerIsGone) {
            gone.set(true);
        } catch (InterruptedException e) {
            gone.set(true);
            Thread.currentThread().interrupt();
        }
    }
}
