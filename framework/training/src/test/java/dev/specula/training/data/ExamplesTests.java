package dev.specula.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.motion.HandPath;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.scene.TilePatches;
import dev.specula.blocks.scene.TileReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExamplesTests {

    @Test
    void aTileInPatchesIsThePictureItWasToldAs() {
        TileExamples tiles = new TileExamples(4);
        int count = 40;
        float[] clean = new float[count * tiles.numbers()];
        float[] told = new float[count * tiles.conditions()];
        tiles.write(0, count, clean, told, new SplittableRandom(3));
        int untold = 0;
        for (int index = 0; index < count; index++) {
            if (told[2 * index] == TileExamples.NOTHING) {
                untold++;
                continue;
            }
            TileReader.Reading reading = TileReader.read(new TilePatches(4).picture(clean, index * tiles.numbers()));
            assertThat(reading.shape()).isEqualTo(TileExamples.SHAPES.get((int) told[2 * index]));
            assertThat(reading.colour()).isEqualTo(TileExamples.COLOURS.get((int) told[2 * index + 1]));
        }
        assertThat(untold).isBetween(1, 12);
    }

    @Test
    void aBatchIsAFunctionOfItsStep() {
        Examples reaches = new ReachExamples(SeedRange.VALIDATION);
        NoisyBatch batch = NoisyBatch.of(reaches, 5, 64);
        assertThat(NoisyBatch.of(reaches, 5, 64).states()).containsExactly(batch.states());
        assertThat(NoisyBatch.of(reaches, 6, 64).states()).isNotEqualTo(batch.states());
        assertThat(NoisyBatch.of(reaches, 5, 64).conditions()).containsExactly(batch.conditions());
    }

    @Test
    void stateAndVelocityGiveBackTheCleanExample() {
        Examples reaches = new ReachExamples(SeedRange.VALIDATION);
        int count = 32;
        NoisyBatch batch = NoisyBatch.of(reaches, 0, count);
        float[] clean = new float[count * HandPath.NUMBERS];
        reaches.write(
                0, count, clean, new float[count * reaches.conditions()], new SplittableRandom(0x9e3779b97f4a7c15L));
        for (int at = 0; at < clean.length; at++) {
            double angle = Math.PI / 2 * batch.times()[at / HandPath.NUMBERS];
            double estimate = Math.cos(angle) * batch.states()[at] - Math.sin(angle) * batch.velocities()[at];
            assertThat(estimate).isCloseTo(clean[at], org.assertj.core.data.Offset.offset(1e-4));
        }
    }

    @Test
    void timesFillTheUnitIntervalEvenly() {
        float[] times = NoisyBatch.of(new TileExamples(4), 9, 100).times();
        int[] tenths = new int[10];
        for (float time : times) {
            tenths[(int) (10 * time)]++;
        }
        for (int inTenth : tenths) {
            assertThat(inTenth).isBetween(8, 12);
        }
    }
}
