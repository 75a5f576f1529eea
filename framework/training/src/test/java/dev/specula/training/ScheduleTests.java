package dev.specula.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTests {

    private final Schedule schedule = new Schedule(1000, 0.01);

    @Test
    void theRateRisesStaysAndFalls() {
        assertThat(schedule.rate(0)).isLessThan(0.001);
        assertThat(schedule.rate(100)).isEqualTo(0.01);
        assertThat(schedule.rate(299)).isEqualTo(0.01);
        assertThat(schedule.rate(650)).isCloseTo(0.0051, within(1e-9));
        assertThat(schedule.rate(1000)).isCloseTo(0.0002, within(1e-9));
    }

    @Test
    void aLongerRunHasTheSameBeginning() {
        Schedule longer = new Schedule(4000, 0.01);
        for (long step = 0; step < 300; step++) {
            assertThat(longer.rate(step)).isEqualTo(schedule.rate(step));
        }
    }
}
