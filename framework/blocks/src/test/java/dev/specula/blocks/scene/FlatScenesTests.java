package dev.specula.blocks.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FlatScenesTests {

    private static final List<Scene> SCENES = LongStream.range(0, 400)
            .mapToObj(index -> FlatScenes.scene(SeedRange.VALIDATION.seed(index)))
            .toList();

    @Test
    void theSameSeedGivesTheSameScene() {
        assertThat(SCENES.subList(0, 20))
                .allSatisfy(scene -> assertThat(FlatScenes.scene(scene.seed())).isEqualTo(scene));
    }

    @Test
    void blocksStandOnTheGridInReadingOrderOneToARegion() {
        assertThat(SCENES).allSatisfy(scene -> {
            assertThat(scene.blocks()).extracting(Block::region).isSorted().doesNotHaveDuplicates();
            assertThat(scene.blocks())
                    .allMatch(block -> block.x() % FlatScenes.GRID == 0
                            && block.y() % FlatScenes.GRID == 0
                            && (int) (block.x() * 3 / Scene.SIDE)
                                    == block.region().column()
                            && (int) (block.y() * 3 / Scene.SIDE)
                                    == block.region().row());
        });
    }

    @Test
    void blocksAreHardlyHidden() {
        assertThat(SCENES).allMatch(scene -> scene.blocks().stream().allMatch(block -> block.visible() >= 0.95));
    }

    @Test
    void everyShapeColourSizeAndRegionComesUp() {
        List<Block> blocks =
                SCENES.stream().flatMap(scene -> scene.blocks().stream()).toList();
        assertThat(blocks).extracting(Block::shape).contains(BlockShape.values());
        assertThat(blocks).extracting(Block::colour).contains(BlockColour.values());
        assertThat(blocks).extracting(Block::size).contains(BlockSize.values());
        assertThat(blocks).extracting(Block::region).contains(Region.values());
    }

    @Test
    void cleanPicturesAreMadeOfFewPatches() {
        Set<String> distinct = new HashSet<>();
        for (Scene scene : SCENES.subList(0, 100)) {
            BufferedImage picture = Renderer.draw(scene, Rendering.clean(scene.seed()));
            for (int patch = 0; patch < 256; patch++) {
                distinct.add(Arrays.toString(picture.getRGB(patch % 16 * 6, patch / 16 * 6, 6, 6, null, 0, 6)));
            }
        }
        assertThat(distinct).hasSizeLessThan(3000); // of 25,600
    }
}
