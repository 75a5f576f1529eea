package dev.specula.samples.texttoimage.page;

import dev.specula.samples.common.EventStream;
import dev.specula.samples.texttoimage.page.DrawingEvents.End;
import dev.specula.samples.texttoimage.page.DrawingEvents.Rows;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.GrowingPicture;
import dev.specula.texttoimage.RowListener;
import dev.specula.texttoimage.TextToImage;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Drawings as streams of events: {@code rows} as they are drawn, then {@code end} with the picture. */
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
        return EventStream.of(tasks, LONGEST, events -> End.of(pictures.draw(caption, new Watcher(events))));
    }

    /** Tells of rows, and looks at the picture now and then only: a look is a run of the decoder. */
    private static final class Watcher implements RowListener {
        private static final long BETWEEN_LOOKS = Duration.ofMillis(300).toNanos();

        private final EventStream events;
        private final long start = System.nanoTime();
        private long looked = start;

        Watcher(EventStream events) {
            this.events = events;
        }

        @Override
        public boolean drawn(GrowingPicture growing) {
            long now = System.nanoTime();
            return events.tell(
                    "rows", new Rows(growing.rows(), growing.rowsInAll(), (now - start) / 1000, look(growing, now)));
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
