package dev.specula.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunReportTests {
    private final RunReport report = new RunReport();

    @Test
    void hasRatesOfNothing() {
        assertThat(report.tau()).isZero();
        assertThat(report.acceptanceRate()).isZero();
        assertThat(report.acceptanceByPosition()).isEmpty();
    }

    @Test
    void addsUpRounds() {
        report.round(4, 4, 5, 10, 100);
        report.round(4, 1, 2, 20, 200);
        report.round(2, 0, 1, 5, 50);
        report.round(0, 0, 1, 0, 40);
        assertThat(report.rounds()).isEqualTo(4);
        assertThat(report.drafted()).isEqualTo(10);
        assertThat(report.kept()).isEqualTo(5);
        assertThat(report.committed()).isEqualTo(9);
        assertThat(report.draftNanos()).isEqualTo(35);
        assertThat(report.targetNanos()).isEqualTo(390);
        assertThat(report.tau()).isEqualTo(9 / 4.0);
        assertThat(report.acceptanceRate()).isEqualTo(.5);
        assertThat(report.acceptanceByPosition()).containsExactly(2 / 3.0, 1 / 3.0, 1 / 2.0, 1 / 2.0);
    }

    @Test
    void takesDraftsOfAnyLength() {
        report.round(70, 60, 61, 1, 1);
        report.round(9, 9, 10, 1, 1);
        double[] rates = report.acceptanceByPosition();
        assertThat(rates).hasSize(70);
        assertThat(rates[8]).isEqualTo(1);
        assertThat(rates[59]).isEqualTo(1);
        assertThat(rates[60]).isZero();
    }

    @Test
    void addsReportsOfOtherAnswers() {
        report.round(2, 1, 2, 3, 4);
        report.first(7);
        RunReport other = new RunReport();
        other.round(20, 20, 21, 30, 40);
        other.first(70);
        other.guess();
        report.add(other);
        assertThat(report.rounds()).isEqualTo(2);
        assertThat(report.committed()).isEqualTo(23);
        assertThat(report.guesses()).isEqualTo(1);
        assertThat(report.firstNanos()).isEqualTo(77);
        assertThat(report.acceptanceByPosition()).hasSize(20).startsWith(1, .5, 1);
        assertThat(other.rounds()).isEqualTo(1);
    }
}
