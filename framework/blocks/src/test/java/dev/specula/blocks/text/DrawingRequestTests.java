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
                        .filter(scene -> Checker.caption(
                                                scene,
                                                DrawingRequest.full(scene, 3).text())
                                        .share()
                                < 1)
                        .map(scene -> DrawingRequest.full(scene, 3).text()))
                .isEmpty();
    }

    @Test
    void aLooseRequestNowAndThenLeavesOneOut() {
        long complete = SCENES.stream()
                .map(scene ->
                        Checker.caption(scene, DrawingRequest.loose(scene, 3).text()))
                .filter(score -> score.right() == score.all())
                .count();
        assertThat(complete).isBetween(200L, 350L);
    }

    @Test
    void theSeedDecidesTheWords() {
        Scene scene = SCENES.get(0);
        assertThat(DrawingRequest.full(scene, 1)).isEqualTo(DrawingRequest.full(scene, 1));
        assertThat(LongStream.range(0, 30)
                        .mapToObj(seed -> DrawingRequest.full(scene, seed).text())
                        .distinct())
                .hasSizeGreaterThan(8);
    }

    @Test
    void everyBlockIsMentionedWhereItSaysSo() {
        for (Scene scene : SCENES) {
            DrawingRequest request = DrawingRequest.full(scene, 3);
            assertThat(request.mentions())
                    .extracting(DrawingRequest.Mention::block)
                    .containsExactlyInAnyOrderElementsOf(scene.blocks());
            assertThat(request.mentions())
                    .allSatisfy(mention -> assertThat(Facts.in(request.text().substring(mention.start(), mention.end()))
                                    .descriptions())
                            .singleElement()
                            .satisfies(told -> {
                                assertThat(told.shape())
                                        .isEqualTo(mention.block().shape());
                                assertThat(told.colour())
                                        .isEqualTo(mention.block().colour());
                                assertThat(told.region())
                                        .isEqualTo(mention.block().region());
                            }));
        }
    }
}
