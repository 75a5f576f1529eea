package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AheadTests {
    @Test
    void givesTheBatchesOfAllStepsInOrder() {
        try (Ahead<Long> ahead = new Ahead<>(5, step -> step * step)) {
            assertThat(ahead.next()).isEqualTo(25);
            assertThat(ahead.next()).isEqualTo(36);
            assertThat(ahead.next()).isEqualTo(49);
            assertThat(ahead.next()).isEqualTo(64);
        }
    }

    @Test
    void saysWhyABatchCouldNotBePrepared() {
        try (Ahead<Long> ahead = new Ahead<>(0, AheadTests::evenOnly)) {
            assertThat(ahead.next()).isZero();
            assertThatThrownBy(ahead::next)
                    .hasMessageContaining("could not be prepared")
                    .hasRootCauseInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void preparesNoMoreThanAFewSteps() {
        AtomicLong last = new AtomicLong();
        try (Ahead<Long> ahead = new Ahead<>(0, step -> last.updateAndGet(known -> Math.max(known, step)))) {
            ahead.next();
            ahead.next();
        }
        assertThat(last).hasValueLessThan(5);
    }

    private static Long evenOnly(long step) {
        if (step % 2 == 1) {
            throw new UncheckedIOException(new NoSuchFileException("windows/1"));
        }
        return step;
    }
}
