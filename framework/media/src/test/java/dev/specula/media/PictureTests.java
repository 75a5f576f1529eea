package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTests {
    @Test
    void keepsThePixelsOfALosslessFile() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x123456);

        Picture picture = Picture.of(encoded(image, "png"));

        assertThat(picture.width()).isEqualTo(3);
        assertThat(picture.height()).isEqualTo(2);
        assertThat(picture.rgb(2, 1)).isEqualTo(0x123456);
        assertThat(picture.rgb(0, 0)).isZero();
    }

    @Test
    void readsWebP() {
        // 1 x 1 pixel, lossy.
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        assertThat(Picture.of(webp)).hasToString("1 x 1 pixels");
    }

    @Test
    void showsWhiteWhereAPictureIsTransparent() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FF0000);
        image.setRGB(1, 0, 0x80000000);

        Picture picture = Picture.of(encoded(image, "png"));

        assertThat(picture.rgb(0, 0)).isEqualTo(0xFFFFFF);
        assertThat(picture.rgb(1, 0)).isEqualTo(0x7F7F7F);
    }

    @Test
    void doesNotBrightenGrey() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x40);

        assertThat(Picture.of(encoded(image, "png")).rgb(0, 0)).isEqualTo(0x404040);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsPhotographsUpright(int orientation) throws IOException {
        // A red upper left corner of an upright picture of 32 x 16, as a camera would store it.
        BufferedImage stored = stored(orientation);

        Picture picture = Picture.of(withOrientation(encoded(stored, "jpg"), orientation));

        assertThat(picture).hasToString("32 x 16 pixels");
        assertThat(new Color(picture.rgb(3, 3)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.rgb(28, 3)).getRed()).isLessThan(50);
        assertThat(new Color(picture.rgb(3, 12)).getRed()).isLessThan(50);
    }

    @Test
    void thinsTwentyMegapixelsWhileReading() throws IOException {
        BufferedImage image = new BufferedImage(5_472, 3_648, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 255);

        Picture picture = Picture.of(encoded(image, "jpg"));

        assertThat(picture.width() * picture.height()).isLessThanOrEqualTo(PictureLimits.DEFAULT.keptPixels());
        assertThat(picture.width() / (double) picture.height()).isCloseTo(1.5, within(0.01));
    }

    @Test
    void takesASinglePixel() {
        Picture pixel = Picture.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));

        FloatBuffer planes = pixel.planes(4, 4, ChannelScale.SYMMETRIC);

        assertThat(planes.remaining()).isEqualTo(48);
        assertThat(planes.get(47)).isEqualTo(-1);
    }

    @Test
    void laysOutRedGreenAndBlueAsPlanes() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(255, 51, 0));
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();

        FloatBuffer planes = Picture.of(image).planes(2, 3, new ChannelScale(0, 1));

        assertThat(planes.isDirect()).isTrue();
        assertThat(planes.remaining()).isEqualTo(3 * 3 * 2);
        assertThat(planes.get(0)).isCloseTo(1, within(1e-6f));
        assertThat(planes.get(6)).isCloseTo(0.2f, within(1e-6f));
        assertThat(planes.get(17)).isCloseTo(0, within(1e-6f));
    }

    @Test
    void averagesWhereItShrinks() {
        BufferedImage image = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 512; y++) {
            for (int x = 0; x < 512; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }

        FloatBuffer planes = Picture.of(image).planes(16, 16, new ChannelScale(0, 1));

        for (int i = 0; i < planes.remaining(); i++) {
            assertThat(planes.get(i)).isCloseTo(0.5f, within(0.02f));
        }
    }

    @Test
    void leavesAPictureOfTheWantedSizeAlone() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 0, 0x00FF00);

        FloatBuffer planes = Picture.of(image).planes(2, 1, new ChannelScale(0, 1));

        assertThat(planes.get(2)).isZero();
        assertThat(planes.get(3)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.7, PDF", "<!doctype html>, HTML", "just some words, text", "PK-34, ZIP", "{}, JSON"})
    void saysWhatBytesThatAreNoPictureLookLike(String start, String kind) {
        assertThatThrownBy(() -> Picture.of(start.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("starts with the bytes")
                .hasMessageContaining(kind)
                .hasMessageContaining("png");
    }

    @Test
    void refusesNoBytes() {
        assertThatThrownBy(() -> Picture.of(new byte[0]))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("has none");
    }

    @Test
    void refusesAbsurdSizesBeforeDecoding() throws IOException {
        byte[] file = encoded(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(file).putInt(16, 1_000_000).putInt(20, 1_000_000);

        assertThatThrownBy(() -> Picture.of(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("1000000 x 1000000");
    }

    @Test
    void refusesPicturesWithoutPixels() throws IOException {
        byte[] file = encoded(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(file).putInt(16, 0);

        assertThatThrownBy(() -> Picture.of(file)).isInstanceOf(UnreadablePictureException.class);
    }

    @Test
    void refusesAPictureThatBreaksOff() throws IOException {
        byte[] file = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png");
        byte[] start = Arrays.copyOf(file, 40);

        assertThatThrownBy(() -> Picture.of(start))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("must be whole");
    }

    @Test
    void namesTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.png"), "words");

        assertThatThrownBy(() -> Picture.of(file)).hasMessageContaining("notes.png");
        assertThatThrownBy(() -> Picture.of(folder.resolve("gone.png"))).hasMessageContaining("gone.png");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static BufferedImage stored(int orientation) {
        boolean onASide = orientation >= 5;
        BufferedImage image = new BufferedImage(onASide ? 16 : 32, onASide ? 32 : 16, BufferedImage.TYPE_INT_RGB);
        // Exif, table of "Orientation": where row 0 and column 0 of the stored picture belong.
        boolean right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(right ? image.getWidth() - 8 : 0, bottom ? image.getHeight() - 8 : 0, 8, 8);
        graphics.dispose();
        return image;
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
