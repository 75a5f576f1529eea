package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingErrorTests {
    @Test
    void isTheRootOfSquaresLostOverSquaresThereWere() {
        RoundingError error = new RoundingError();
        assertThat(error.isEmpty()).isTrue();
        error.of("a").add(3, 3.3f);
        error.of("b").add(-4, -4);

        assertThat(error.relative()).isCloseTo(0.3 / 5, within(1e-6));
        assertThat(error).hasToString("6.00 %, at most 10.00 % in a");
    }

    /** Of normal numbers, 8 bits by row lose less than 1 %, 4 bits by blocks of 32 less than 10 %. */
    @ParameterizedTest
    @CsvSource({"RI8, 0.002, 0.01", "INT4, 0.02, 0.1"})
    void isMeasuredWhileWeightsAreRounded(WeightFormat format, double least, double most, @TempDir Path directory) {
        float[] weight = new float[64 * 96];
        Random random = new Random(5);
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) random.nextGaussian();
        }
        GraphWriter graph = new GraphWriter("product");
        graph.input("x", GraphWriter.FLOAT, 1, "n", 96);
        format.matrices().product(graph, "x", new Matrix("y", 64, 96, weight, null));
        WrittenGraph written = graph.write();

        assertThat(written.save(directory.resolve("constants"))).isNotEmpty();
        assertThat(written.rounding().relative()).isBetween(least, most);
    }
}
