package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.specula.SpeculaException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class NeighboursTests {
    private static final FloatBuffer CODEBOOK = FloatBuffer.wrap(new float[] {0, 0, 3, 0, 0, 1, 9, 9});

    @Test
    void areSortedByDistance() {
        Neighbours neighbours = Neighbours.of(CODEBOOK, 2, 3);
        assertThat(neighbours.nearest(0, 0)).isEqualTo(2);
        assertThat(neighbours.nearest(0, 1)).isEqualTo(1);
        assertThat(neighbours.nearest(0, 2)).isEqualTo(3);
        assertThat(neighbours.distance(0, 0)).isEqualTo(1);
        assertThat(neighbours.distance(0, 1)).isEqualTo(9);
    }

    @Test
    void areNearWithinARadiusThatIsExcluded() {
        Neighbours neighbours = Neighbours.of(CODEBOOK, 2, 3);
        assertThat(neighbours.areNear(0, 1, 9.5)).isTrue();
        assertThat(neighbours.areNear(0, 1, 9)).isFalse();
        assertThat(neighbours.areNear(3, 0, 1000)).isTrue();
    }

    @Test
    void areAsManyAsWantedOrAsThereAre() {
        assertThat(Neighbours.of(CODEBOOK, 2, 1).each()).isEqualTo(1);
        assertThat(Neighbours.of(CODEBOOK, 2, 1).nearest(3, 0)).isEqualTo(1);
        assertThat(Neighbours.of(CODEBOOK, 2, 50).each()).isEqualTo(3);
    }

    @Test
    void areReadAsTheyWereWritten() {
        Neighbours neighbours = Neighbours.of(CODEBOOK, 2, 2);
        assertThat(Neighbours.read(neighbours.write()).write()).isEqualTo(neighbours.write());
    }

    @Test
    void refuseATableThatBreaksOff() {
        ByteBuffer bytes = Neighbours.of(CODEBOOK, 2, 2).write();
        assertThatExceptionOfType(SpeculaException.class)
                .isThrownBy(() -> Neighbours.read(bytes.limit(bytes.limit() - 4)))
                .withMessageContaining("2 neighbours for 4 codes takes 64 bytes, but 60 are there");
    }
}
