package dev.specula.samples.imagetotext.page;

import dev.specula.samples.imagetotext.page.AnswerEvents.End;
import dev.specula.samples.imagetotext.page.AnswerEvents.Piece;
import dev.specula.samples.imagetotext.page.AnswerEvents.Problem;
import dev.specula.visionlanguage.Answer;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Answers as streams of events: {@code piece} for each piece, then {@code end} with the statistics. Events are sent by another
 * thread than the one that decodes, so that the network does not slow the answer down.
 */
@RestController
class AnswerController {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ImageToText pictures;
    private final AsyncTaskExecutor tasks;

    AnswerController(ImageToText pictures, AsyncTaskExecutor tasks) {
        this.pictures = pictures;
        this.tasks = tasks;
    }

    /** Answers one question; stops within a round when the reader is gone. */
    @PostMapping(path = "/api/answers", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter answer(@ModelAttribute AnswerRequest request) throws IOException {
        Question question = request.asQuestion(pictures.options());
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        BlockingQueue<Object> events = new LinkedBlockingQueue<>();
        AtomicBoolean gone = new AtomicBoolean();
        emitter.onTimeout(() -> gone.set(true));
        emitter.onError(failure -> gone.set(true));
        tasks.execute(() -> decode(question, events, gone));
        tasks.execute(() -> send(events, emitter, gone));
        return emitter;
    }

    private void decode(Question question, BlockingQueue<Object> events, AtomicBoolean gone) {
        long start = System.nanoTime();
        try {
            Answer answer = pictures.answer(question, (text, origin) -> {
                events.add(new Piece(text, origin, (System.nanoTime() - start) / 1000));
                return !gone.get();
            });
            events.add(End.of(answer));
        } catch (RuntimeException e) {
            events.add(new Problem(String.valueOf(e.getMessage())));
        }
    }

    private static void send(BlockingQueue<Object> events, SseEmitter emitter, AtomicBoolean gone) {
        try {
            Object event;
            do {
                event = events.take();
                String name = event instanceof Piece ? "piece" : event instanceof End ? "end" : "problem";
                emitter.send(SseEmitter.event().name(name).data(event, MediaType.APPLICATION_JSON));
            } while (event instanceof Piece);
            emitter.complete();
        } catch (IOException readerIsGone) {
            gone.set(true);
        } catch (InterruptedException e) {
            gone.set(true);
            Thread.currentThread().interrupt();
        }
    }
}
