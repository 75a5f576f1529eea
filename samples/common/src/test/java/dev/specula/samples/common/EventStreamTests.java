package dev.specula.samples.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@SpringBootTest(classes = EventStreamTests.Server.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EventStreamTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Counting counting;

    @Test
    void tellsEverythingInOrderAndEnds() throws Exception {
        assertThat(new String(get("/three").readAllBytes(), StandardCharsets.UTF_8))
                .containsSubsequence(
                        "event:number", "data:1", "event:number", "data:2", "data:3", "event:end", "{\"numbers\":3}");
    }

    @Test
    void endsWithWhatWentWrong() throws Exception {
        assertThat(new String(get("/broken").readAllBytes(), StandardCharsets.UTF_8))
                .containsSubsequence("data:1", "event:problem", "{\"message\":\"The pencil broke.\"}")
                .doesNotContain("event:end");
    }

    @Test
    void stopsTheAnswerWhenNobodyReadsAnyMore() throws Exception {
        get("/endless").close();

        assertThat(counting.stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private InputStream get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
    }

    @EnableAutoConfiguration
    @Import(Counting.class)
    static class Server {}

    @RestController
    static class Counting {
        private static final Duration LONGEST = Duration.ofMinutes(1);

        private final AsyncTaskExecutor tasks;
        private final CountDownLatch stopped = new CountDownLatch(1);

        Counting(AsyncTaskExecutor tasks) {
            this.tasks = tasks;
        }

        @GetMapping("/three")
        SseEmitter three() {
            return EventStream.of(tasks, LONGEST, events -> {
                for (int number = 1; number <= 3; number++) {
                    assertThat(events.tell("number", number)).isTrue();
                }
                return Map.of("numbers", 3);
            });
        }

        @GetMapping("/broken")
        SseEmitter broken() {
            return EventStream.of(tasks, LONGEST, events -> {
                events.tell("number", 1);
                throw new IllegalStateException("The pencil broke.");
            });
        }

        @GetMapping("/endless")
        SseEmitter endless() {
            return EventStream.of(tasks, LONGEST, events -> {
                int number = 0;
                while (events.tell("number", number)) {
                    number++;
                    LockSupport.parkNanos(1_000_000);
                }
                stopped.countDown();
                return number;
            });
        }
    }
}
