package dev.specula.samples.texttoimage.page;

import dev.specula.samples.texttoimage.page.DrawingEvents.End;
import dev.specula.samples.texttoimage.page.DrawingEvents.Problem;
import dev.specula.samples.texttoimage.page.DrawingEvents.Rows;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.GrowingPicture;
import dev.specula.texttoimage.RowListener;
import dev.specula.texttoimage.TextToImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Drawings as streams of events: {@code rows} as they are drawn, then {@code end} with the picture. Events are sent by another
 * thread than the one that draws, so that the network does not slow the drawing down.
 */
@RestController
class DrawingController {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final TextToImage pictures;
    private final AsyncTaskExecutor tasks;

    DrawingController(TextToImage pictures, AsyncTaskExecutor tasks) {
        this.pictures = pictures;
        this.tasks = tasks;
    }

    /** Draws one caption; stops within a round when nobody looks any more. */
    @PostMapping(path = "/api/drawings", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter draw(@ModelAttribute DrawingRequest request) {
        Caption caption = request.asCaption(pictures.options());
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        BlockingQueue<Object> events = new LinkedBlockingQueue<>();
        AtomicBoolean gone = new AtomicBoolean();
        emitter.onTimeout(() -> gone.set(true));
        emitter.onError(failure -> gone.set(true));
        tasks.execute(() -> draw(caption, events, gone));
        tasks.execute(() -> send(events, emitter, gone));
        return emitter;
    }

    private void draw(Caption caption, BlockingQueue<Object> events, AtomicBoolean gone) {
        try {
            Drawing drawing = pictures.draw(caption, new Watcher(events, gone));
            events.add(End.of(drawing));
        } catch (RuntimeException e) {
            events.add(new Problem(String.valueOf(e.getMessage())));
        }
    }

    private static void send(BlockingQueue<Object> events, SseEmitter emitter, AtomicBoolean gone) {
        try {
            Object event;
            do {
                event = events.take();
                String name = event instanceof Rows ? "rows" : event instanceof End ? "end" : "problem";
                emitter.send(SseEmitter.event().name(name).data(event, MediaType.APPLICATION_JSON));
            } while (event instanceof Rows);
            emitter.complete();
        } catch (IOException readerIsGone) {
            gone.set(true);
        } catch (InterruptedException e) {
            gone.set(true);
            Thread.currentThread().interrupt();
        }
    }

    /** Tells of rows, and looks at the picture now and then only: a look is a run of the decoder. */
    private static final class Watcher implements RowListener {
        private static final long BETWEEN_LOOKS = Duration.ofMillis(300).toNanos();

        private final BlockingQueue<Object> events;
        private final AtomicBoolean gone;
        private final long start = System.nanoTime();
        private long looked = start;

        Watcher(BlockingQueue<Object> events, AtomicBoolean gone) {
            this.events = events;
            this.gone = gone;
        }

        @Override
        public boolean drawn(GrowingPicture growing) {
            long now = System.nanoTime();
            events.add(new Rows(growing.rows(), growing.rowsInAll(), (now - start) / 1000, look(growing, now)));
            return !gone.get();
        }

        private @Nullable String look(GrowingPicture growing, long now) {
            if (now - looked < BETWEEN_LOOKS) {
                return null;
            }
            looked = now;
            return Base64.getEncoder().encodeToString(growing.picture().png());
        }
    }
}
