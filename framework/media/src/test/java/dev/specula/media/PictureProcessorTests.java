package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures are prepared as the reference processors with Pillow prepare them. */
class PictureProcessorTests {
    @ParameterizedTest
    @CsvSource({
        "llava, 1, 0, 0",
        "llava-siglip, 1, 0, 0",
        "smolvlm, 5, 2, 2",
        "idefics3, 3, 2, 1",
        "vit-gpt2, 1, 0, 0",
        "trocr, 1, 0, 0"
    })
    void givesTheNumbersOfTheReference(String name, int tiles, int rows, int columns) {
        PictureTiles found = Prepared.tiles(name);

        assertThat(found.planes()).hasSize(tiles);
        assertThat(found.rows()).isEqualTo(rows);
        assertThat(found.columns()).isEqualTo(columns);
        assertThat(Recorded.largestDifference(Prepared.pixels(found), Recorded.floats(name + "/pixel_values.f32")))
                .isLessThan(1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void keepsAPictureOfTheSameSizeAsItIs(PictureFilter filter) {
        Picture picture = Picture.of(Recorded.bytes("llava/image.png"));

        assertThat(picture.resized(picture.width(), picture.height(), filter).showsTheSameAs(picture))
                .isTrue();
    }

    @Test
    void cutsAPartThatReachesBeyondThePictureOutOfBlack() {
        Picture picture = Picture.of(Recorded.bytes("vit-gpt2/image.png"));

        Picture part = picture.part(-1, -1, 3, 3);

        assertThat(part.rgb(0, 2)).isZero();
        assertThat(part.rgb(1, 1)).isEqualTo(picture.rgb(0, 0));
    }

    @Test
    void refusesAPictureTooThinToKeepItsProportions() {
        PictureProcessor fitted = PictureProcessor.of("""
                {"do_center_crop": true, "size": {"shortest_edge": 336}, "crop_size": {"width": 336, "height": 336},
                 "resample": 3, "image_mean": [0, 0, 0], "image_std": [1, 1, 1]}""");

        assertThatThrownBy(() -> fitted.process(Picture.of(new BufferedImage(32_768, 1, BufferedImage.TYPE_INT_RGB))))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("32768 x 1 pixels")
                .hasMessageContaining("at most 200 times");
    }

    @Test
    void saysWhatAConfigurationLacks() {
        assertThatThrownBy(() -> PictureProcessor.of("{\"resample\": 3}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must name size, resample, image_mean and image_std");
        assertThatThrownBy(() -> PictureFilter.ofCode(0)).hasMessageContaining("but was 0");
    }
}
