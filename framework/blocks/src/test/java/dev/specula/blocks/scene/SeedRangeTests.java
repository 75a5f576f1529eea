package dev.specula.blocks.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedRangeTests {

    @Test
    void rangesDoNotTouch() {
        List<SeedRange> sorted = Arrays.stream(SeedRange.values())
                .sorted(Comparator.comparingLong(SeedRange::first))
                .toList();
        for (int index = 1; index < sorted.size(); index++) {
            SeedRange before = sorted.get(index - 1);
            assertThat(before.first() + before.size())
                    .isLessThanOrEqualTo(sorted.get(index).first());
        }
    }

    @Test
    void aSeedPastTheEndIsRefused() {
        assertThat(SeedRange.HELD_OUT.seed(999_999)).isEqualTo(5_000_999_999L);
        assertThatThrownBy(() -> SeedRange.HELD_OUT.seed(1_000_000))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("HELD_OUT has seeds 0 to 999999, but 1000000 was asked for");
    }
}
