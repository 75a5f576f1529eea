package dev.specula.blocks.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.specula.blocks.motion.Demonstrator.Demonstration;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DemonstratorTests {

    private static final List<Demonstration> SHOWN = LongStream.range(0, 300)
            .mapToObj(index ->
                    Demonstrator.show(Scenes.scene(SeedRange.VALIDATION.seed(index)), new SplittableRandom(index)))
            .flatMap(java.util.Optional::stream)
            .toList();

    @Test
    void nearlyEverySceneHasATask() {
        assertThat(SHOWN).hasSizeGreaterThan(285);
    }

    @Test
    void everyDemonstrationReachesItsGoal() {
        assertThat(SHOWN)
                .allSatisfy(shown ->
                        assertThat(Outcome.of(shown.task(), shown.path())).isEqualTo(Outcome.REACHED));
    }

    @Test
    void aPathIsItsOffsets() {
        Demonstration shown = SHOWN.get(0);
        HandPath again = HandPath.ofOffsets(shown.task(), shown.path().offsets());
        for (int waypoint = 0; waypoint <= HandPath.WAYPOINTS; waypoint++) {
            assertThat(again.x(waypoint)).isCloseTo(shown.path().x(waypoint), within(1e-9));
            assertThat(again.y(waypoint)).isCloseTo(shown.path().y(waypoint), within(1e-9));
        }
    }

    @Test
    void theStraightWayTouchesWhatIsInIt() {
        assertThat(SHOWN.stream()
                        .map(shown -> Outcome.of(
                                shown.task(), HandPath.ofOffsets(shown.task(), new double[HandPath.NUMBERS])))
                        .toList())
                .contains(Outcome.TOUCHED, Outcome.REACHED);
    }

    @Test
    void aPathThatEndsElsewhereMisses() {
        Demonstration alone = SHOWN.stream()
                .filter(shown -> shown.task().obstacles().isEmpty())
                .findFirst()
                .orElseThrow();
        double[] offsets = alone.path().offsets();
        offsets[HandPath.NUMBERS - 1] += 2;
        assertThat(Outcome.of(alone.task(), HandPath.ofOffsets(alone.task(), offsets)))
                .isEqualTo(Outcome.MISSED);
    }
}
