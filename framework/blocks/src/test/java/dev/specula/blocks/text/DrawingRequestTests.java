package dev.specula.blocks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.FlatScenes;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawingRequestTests {

    private static final List<Scene> SCENES = LongStream.range(0, 400)
            .mapToObj(index -> FlatScenes.scene(SeedRange.VALIDATION.seed(index)))
            .toList();

    @Test
    void aFullRequestTellsEveryAttribute() {
        assertThat(SCENES.stream()
                        .filter(scene -> Checker.caption(scene, DrawingRequest.full(scene, 3))
                                        .share()
                                < 1)
                        .map(scene -> DrawingRequest.full(scene, 3)))
                .isEmpty();
    }

    @Test
    void aLooseRequestNowAndThenLeavesOneOut() {
        long complete = SCENES.stream()
                .map(scene -> Checker.caption(scene, DrawingRequest.loose(scene, 3)))
                .filter(score -> score.right() == score.all())
                .count();
        assertThat(complete).isBetween(200L, 350L);
    }

    @Test
    void theSeedDecidesTheWords() {
        Scene scene = SCENES.get(0);
        assertThat(DrawingRequest.full(scene, 1)).isEqualTo(DrawingRequest.full(scene, 1));
        assertThat(LongStream.range(0, 30)
                        .mapToObj(seed -> DrawingRequest.full(scene, seed))
                        .distinct())
                .hasSizeGreaterThan(8);
    }
}
