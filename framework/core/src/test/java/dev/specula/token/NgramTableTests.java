package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NgramTableTests {
    private final NgramTable table = new NgramTable();

    @Test
    void knowsWhatFollowedAPairTheLastTime() {
        assertThat(table.afterPair(1, 2)).isEqualTo(Draft.NONE);
        table.learn(1, 2, 7);
        table.learn(2, 1, 9);
        assertThat(table.afterPair(1, 2)).isEqualTo(7);
        table.learn(1, 2, 0);
        assertThat(table.afterPair(1, 2)).isZero();
        assertThat(table.afterPair(2, 1)).isEqualTo(9);
    }

    @Test
    void knowsWhatFollowedATokenTheLastTime() {
        assertThat(table.afterLast(2)).isEqualTo(Draft.NONE);
        table.learn(1, 2, 7);
        table.learn(3, 2, 8);
        assertThat(table.afterLast(2)).isEqualTo(8);
        assertThat(table.afterLast(1)).isEqualTo(Draft.NONE);
    }

    @Test
    void knowsWhatTheModelSaysAfterATokenAlone() {
        NgramTable told = new NgramTable(Followers.of(Draft.NONE, 4));
        told.learn(0, 1, 6);

        assertThat(told.guess(Recall.MODEL, 0, 1)).isEqualTo(4);
        assertThat(told.guess(Recall.PAIR, 0, 1)).isEqualTo(6);
        assertThat(told.guess(Recall.LAST, 5, 1)).isEqualTo(6);
        assertThat(told.guess(Recall.MODEL, 1, 0)).as("the model is not sure").isEqualTo(Draft.NONE);
        assertThat(told.guess(Recall.MODEL, 0, 2)).as("nobody asked").isEqualTo(Draft.NONE);
        assertThat(table.guess(Recall.MODEL, 0, 1)).isEqualTo(Draft.NONE);
    }

    @Test
    void keepsPairsOfSmallVocabulariesApart() {
        for (int before = 0; before < 40; before++) {
            for (int last = 0; last < 40; last++) {
                table.learn(before, last, 40 * before + last);
            }
        }
        int kept = 0;
        for (int pair = 0; pair < 1600; pair++) {
            kept += table.afterPair(pair / 40, pair % 40) == pair ? 1 : 0;
        }
        assertThat(kept).isGreaterThan(1450); // 1600 pairs over 32768 slots: one in twenty collides by chance
    }
}
