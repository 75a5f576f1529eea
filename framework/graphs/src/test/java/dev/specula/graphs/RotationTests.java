package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTests {
    @ParameterizedTest
    @CsvSource({"32, 32", "576, 64", "896, 128", "1024, 256", "4096, 256", "35, 1"})
    void mixesBlocksThatRowsConsistOf(int width, int block) {
        assertThat(Rotation.of(width).block()).isEqualTo(block);
    }

    @Test
    void refusesBlocksThatAreNoPowerOfTwo() {
        assertThatThrownBy(() -> new Rotation(24))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block must be a power of two, but was 24.");
    }

    @ParameterizedTest
    @CsvSource({"64, 5", "576, 5", "6400, 5", "65536, 16", "2500, 25"})
    void expectsTheLargestNumberOfANormalRowOrOfOneThatStoodAlone(int width, float largest) {
        float[] row = new float[width];
        row[width / 2] = (float) Math.sqrt(width);
        Rotation rotation = Rotation.of(width);
        rotation.turn(row, 0, width);

        assertThat(rotation.largest(width)).isEqualTo(largest);
        for (float number : row) {
            assertThat(Math.abs(number)).isLessThanOrEqualTo(largest * 1.00001f);
        }
    }

    @Test
    void turnsBackWhatItTurned() {
        float[] values = values(3 * 64);
        float[] turned = values.clone();
        Rotation rotation = new Rotation(16);

        rotation.turn(turned, 64, 64);

        assertThat(turned).startsWith(Arrays.copyOf(values, 64)).isNotEqualTo(values);
        rotation.turn(turned, 64, 64);
        assertThat(turned).containsExactly(values, within(1e-6f));
    }

    @Test
    void spreadsWhatSticksOutOverItsBlock() {
        float[] values = new float[32];
        values[19] = 40;

        new Rotation(16).turn(values, 0, 32);

        for (int i = 0; i < 32; i++) {
            assertThat(Math.abs(values[i])).isEqualTo(i < 16 ? 0 : 10);
        }
    }

    @Test
    void turnsColumnsAsItTurnsRows() {
        int width = 5;
        float[] values = values(8 * width);
        Rotation rotation = new Rotation(8);
        float[] columns = values.clone();
        rotation.turnColumns(columns, width);

        for (int column = 0; column < width; column++) {
            float[] row = new float[8];
            for (int i = 0; i < 8; i++) {
                row[i] = values[i * width + column];
            }
            rotation.turn(row, 0, 8);
            for (int i = 0; i < 8; i++) {
                assertThat(columns[i * width + column]).isEqualTo(row[i]);
            }
        }
    }

    private static float[] values(int count) {
        Random random = new Random(5);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
