package dev.specula.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PairTests {
    private final CostCurve target = curve(100, 110, 13, 150);
    private final CostCurve draft = curve(5, 7, 13, 20);

    @Test
    void countsTheColumnsOfARound() {
        assertThat(Pair.columns(0, 4)).isEqualTo(1);
        assertThat(Pair.columns(1, 4)).isEqualTo(5);
        assertThat(Pair.columns(.5, 2)).isEqualTo(1 + .5 + .25);
    }

    @Test
    void paysForTwoRowsWhereNothingIsDrafted() {
        Pair.Gain none = new Pair(target, draft).gain(.9, 0);

        assertThat(none.timePerToken()).isEqualTo(110);
        assertThat(none.speedup()).isEqualTo(100 / 110.0);
    }

    @Test
    void paysForTheRowThatADraftMissedAfterAChainKeptWhole() {
        Pair.Gain whole = new Pair(target, draft).gain(1, 1);

        assertThat(whole.timePerToken()).isEqualTo((110 + 7) / 2.0);
    }

    @Test
    void draftsLongerTheMoreTheyAgree() {
        Pair pair = new Pair(target, draft);

        assertThat(pair.best(.3).chain()).isLessThan(pair.best(.9).chain());
        assertThat(pair.best(.9).speedup()).isGreaterThan(pair.gain(.9, 1).speedup());
    }

    @Test
    void findsTheAgreementThatASpeedupNeeds() {
        Pair pair = new Pair(target, draft);
        double needed = pair.agreementFor(2);

        assertThat(pair.best(needed).speedup()).isGreaterThanOrEqualTo(2);
        assertThat(pair.best(needed - .001).speedup()).isLessThan(2);
        assertThat(pair.agreementFor(50)).isGreaterThan(1);
    }

    @Test
    void drawsAStraightLineBetweenMeasuredRows() {
        assertThat(target.time(2)).isEqualTo(110);
        assertThat(target.relative(13)).isEqualTo(1.5);
        assertThat(target.time(7)).isEqualTo(110 + 5 * 40 / 11.0, offset(1e-9));
    }

    private static CostCurve curve(double one, double two, int rows, double time) {
        return new CostCurve(new TreeMap<>(Map.of(1, one, 2, two, rows, time)));
    }
}
