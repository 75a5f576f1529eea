package dev.specula.samples.imagetotext.page;

import dev.specula.samples.common.EventStream;
import dev.specula.samples.imagetotext.page.AnswerEvents.End;
import dev.specula.samples.imagetotext.page.AnswerEvents.Piece;
import dev.specula.text.Answer;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers as streams of events: {@code piece} for each piece, then {@code end} with the statistics. */
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
        return EventStream.of(tasks, LONGEST, events -> answer(question, events));
    }

    private End answer(Question question, EventStream events) {
        long start = System.nanoTime();
        Answer answer = pictures.answer(
                question,
                (text, origin) -> events.tell("piece", new Piece(text, origin, (System.nanoTime() - start) / 1000)));
        return End.of(answer);
    }
}
