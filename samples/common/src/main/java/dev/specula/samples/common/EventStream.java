package dev.specula.samples.common;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An answer as a stream of events while it is given, then {@code end} with its statistics, or {@code problem}. Events are sent by
 * another thread than the one that answers, so that the network does not slow the answer down.
 */
public final class EventStream {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean gone = new AtomicBoolean();

    private EventStream() {}

    /**
     * Begins to answer.
     *
     * @param longest how long an answer may take
     * @param answering tells of what it says, stops when nobody reads any more, and returns what {@code end} holds
     */
    public static SseEmitter of(AsyncTaskExecutor tasks, Duration longest, Function<EventStream, Object> answering) {
        EventStream stream = new EventStream();
        SseEmitter emitter = new SseEmitter(longest.toMillis());
        emitter.onTimeout(() -> stream.gone.set(true));
        emitter.onError(failure -> stream.gone.set(true));
        tasks.execute(() -> stream.answer(answering));
        tasks.execute(() -> stream.send(emitter));
        return emitter;
    }

    /** Tells of {@code data} in an event called {@code name}; returns whether anybody reads it. */
    public boolean tell(String name, Object data) {
        events.add(new Event(name, data, false));
        return !gone.get();
    }

    private void answer(Function<EventStream, Object> answering) {
        try {
            events.add(new Event("end", answering.apply(this), true));
        } catch (RuntimeException e) {
            events.add(new Event("problem", new Problem(String.valueOf(e.getMessage())), true));
        }
    }

    private void send(SseEmitter emitter) {
        try {
            Event event;
            do {
                event = events.take();
                emitter.send(SseEmitter.event().name(event.name()).data(event.data(), MediaType.APPLICATION_JSON));
            } while (!event.isLast());
            emitter.complete();
        } catch (IOException | IllegalStateException readerIsGone) {
            gone.set(true);
        } catch (InterruptedException e) {
            gone.set(true);
            Thread.currentThread().interrupt();
        }
    }

    private record Event(String name, Object data, boolean isLast) {}
}
