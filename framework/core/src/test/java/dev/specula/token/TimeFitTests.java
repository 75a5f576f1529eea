package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeFitTests {
    private final TimeFit fit = new TimeFit(.99);

    @Test
    void findsTheLineBehindNoisyTimes() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 400; i++) {
            int rows = 2 + random.nextInt(6);
            fit.add(rows, (1000 + 150 * rows) * (.95 + .1 * random.nextDouble()));
        }
        assertThat(fit.at(2)).isCloseTo(1300, within(50.0));
        assertThat(fit.at(9)).isCloseTo(2350, within(120.0));
    }

    @Test
    void aHiccupWeighsAtMostTwiceTheLine() {
        for (int i = 0; i < 300; i++) {
            fit.add(2 + i % 4, 1000);
        }
        fit.add(4, 1e9);
        assertThat(fit.at(4)).isLessThan(1020);
    }

    @Test
    void neverPromisesLessThanHalfTheMean() {
        fit.add(8, 1000);
        fit.add(2, 10);
        assertThat(fit.at(-100)).isGreaterThan(200);
    }

    @Test
    void doesNotLayAColdStartToTheRowsItHad() {
        for (int i = 0; i < 20; i++) {
            fit.add(6, 5000);
        }
        for (int i = 0; i < 100; i++) {
            fit.add(i % 4 == 0 ? 4 : 2, i % 4 == 0 ? 1100 : 1000);
        }
        assertThat(fit.at(6)).isLessThan(1600);
    }

    @Test
    void followsAChange() {
        for (int i = 0; i < 500; i++) {
            fit.add(2 + i % 4, 1000);
        }
        for (int i = 0; i < 500; i++) {
            fit.add(2 + i % 4, 3000);
        }
        assertThat(fit.at(3)).isCloseTo(3000, within(100.0));
    }
}
