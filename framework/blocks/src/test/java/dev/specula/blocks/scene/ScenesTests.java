package dev.specula.blocks.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenesTests {

    private static final List<Scene> SCENES = LongStream.range(0, 500)
            .mapToObj(index -> Scenes.scene(SeedRange.VALIDATION.seed(index)))
            .toList();

    @Test
    void theSameSeedGivesTheSameSceneAndPicture() {
        for (Scene scene : SCENES.subList(0, 20)) {
            assertThat(Scenes.scene(scene.seed())).isEqualTo(scene);
            assertThat(pixels(Renderer.draw(scene, Rendering.byOtherMeans(scene.seed()))))
                    .isEqualTo(pixels(Renderer.draw(scene, Rendering.byOtherMeans(scene.seed()))));
        }
    }

    @Test
    void blocksStandInReadingOrderOneToARegion() {
        assertThat(SCENES)
                .allSatisfy(scene -> assertThat(scene.blocks())
                        .extracting(Block::region)
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    @Test
    void noTwoBlocksShareShapeAndColour() {
        assertThat(SCENES)
                .allSatisfy(scene -> assertThat(scene.blocks())
                        .extracting(block -> List.of(block.shape(), block.colour()))
                        .doesNotHaveDuplicates());
    }

    @Test
    void someBlocksHideOthersAndEverySceneHasAClearlyVisibleOne() {
        assertThat(SCENES).allMatch(scene -> scene.blocks().stream().anyMatch(Block::clearlyVisible));
        assertThat(SCENES.stream().flatMap(scene -> scene.blocks().stream()).mapToDouble(Block::visible))
                .anyMatch(visible -> visible < 0.9)
                .allMatch(visible -> visible >= 0.45 && visible <= 1);
    }

    @Test
    void aBlockAThirdUnderAnotherIsTwoThirdsVisible() {
        Block under = square(40, 1);
        Block over = square(56, 1);
        List<Block> measured = Visibility.measured(List.of(under, over), List.of(0, 1));
        assertThat(measured.get(0).visible()).isCloseTo(2 / 3.0, within(0.05));
        assertThat(measured.get(1).visible()).isEqualTo(1);
    }

    @Test
    void aPictureDrawnByOtherMeansIsCloseToThePlainOneButNotTheSame() {
        for (Scene scene : SCENES.subList(0, 20)) {
            int[] plain = pixels(Renderer.draw(scene, Rendering.plain(scene.seed())));
            int[] other = pixels(Renderer.draw(scene, Rendering.byOtherMeans(scene.seed())));
            assertThat(meanDifference(plain, other)).isBetween(0.5, 16.0);
        }
    }

    private static Block square(double x, double visible) {
        return new Block(
                BlockShape.SQUARE,
                BlockColour.RED,
                BlockSize.LARGE,
                Region.CENTRE,
                x,
                48,
                15,
                0,
                BlockColour.RED.shifted(0, 0, 0),
                visible);
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, Scene.SIDE, Scene.SIDE, null, 0, Scene.SIDE);
    }

    private static double meanDifference(int[] left, int[] right) {
        long sum = 0;
        for (int index = 0; index < left.length; index++) {
            sum += Math.abs((left[index] >> 8 & 255) - (right[index] >> 8 & 255));
        }
        return (double) sum / left.length;
    }
}
