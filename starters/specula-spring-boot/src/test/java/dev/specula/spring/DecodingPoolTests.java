package dev.specula.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecodingPoolTests {
    private final DecodingPool pool = new DecodingPool(1, 1);
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayEnd.countDown();
        pool.close();
    }

    @Test
    void decodesOnThreadsOfItsOwn() throws Exception {
        Future<String> name = pool.submit(() -> Thread.currentThread().getName());

        assertThat(name.get(10, TimeUnit.SECONDS)).startsWith("specula-answer-");
    }

    @Test
    void rejectsAnAnswerWhenThreadsAndQueueAreFullAndNamesTheLimits() throws Exception {
        occupy();
        Future<String> waiting = pool.submit(() -> "waits");

        assertThatThrownBy(() -> pool.submit(() -> "too many"))
                .isInstanceOf(AnswerRejectedException.class)
                .hasMessageContainingAll(
                        "specula.admission.answers=1", "specula.admission.waiting=1", "try again later");
        assertThat(waiting).isNotDone();
        assertThat(pool.rejected()).isOne();
        assertThat(pool.active()).isOne();
        assertThat(pool.queued()).isOne();
    }

    @Test
    void letsNoAnswerWaitWhereTheQueueHasNoPlaces() throws Exception {
        try (DecodingPool narrow = new DecodingPool(1, 0)) {
            Future<String> answer = narrow.submit(this::block);
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> narrow.submit(() -> "too many")).isInstanceOf(AnswerRejectedException.class);
            mayEnd.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("done");
        }
    }

    @Test
    void freesThePlaceOfACancelledAnswer() throws Exception {
        occupy();
        FutureTask<String> waiting = pool.submit(() -> "waits");

        pool.cancel(waiting);

        assertThat(pool.queued()).isZero();
        assertThat(waiting).isCancelled();
    }

    @Test
    void interruptsTheThreadOfACancelledAnswer() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        FutureTask<String> answer = pool.submit(() -> {
            running.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "cut short";
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        pool.cancel(answer);

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsAnAnswerAskedForByAnotherAnswerAtOnce() throws Exception {
        Future<String> outer = pool.submit(() -> pool.submit(() -> "inner").get());

        assertThat(outer.get(10, TimeUnit.SECONDS)).isEqualTo("inner");
    }

    @Test
    void cancelsWhatWaitsWhenItCloses() throws Exception {
        occupy();
        FutureTask<String> waiting = pool.submit(() -> "waits");

        pool.close();

        assertThat(waiting).isCancelled();
        assertThatThrownBy(() -> pool.submit(() -> "late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the application closes");
    }

    @Test
    void takesAnswersAgainWhenItIsOpened() throws Exception {
        pool.close();
        pool.open();

        assertThat(pool.submit(() -> "again").get(10, TimeUnit.SECONDS)).isEqualTo("again");
    }

    @Test
    void interruptsTheAnswerThatIsWaitedForAndNoOther() throws Exception {
        CompletableFuture<String> cut = new CompletableFuture<>();
        Thread waiting = new Thread(() -> cut.complete(pool.decode(() -> {
            running.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return "cut short";
        })));
        waiting.start();
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        waiting.interrupt();

        assertThat(cut.get(10, TimeUnit.SECONDS)).isEqualTo("cut short");
        assertThat(pool.decode(() -> Thread.currentThread().isInterrupted())).isFalse();
    }

    private void occupy() throws InterruptedException {
        Future<String> answer = pool.submit(this::block);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isNotDone();
    }

    private String block() throws InterruptedException {
        running.countDown();
        mayEnd.await();
        return "done";
    }
}
