package dev.specula.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A still picture as a model can take it: opaque (over white), upright, sRGB. Immutable; two pictures are equal only if they
 * are the same object, so a pipeline can remember what it made of one.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final int[] pixels; // (height, width) 0xRRGGBB

    Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * The picture in the file {@code path}, within the default limits.
     *
     * @throws UnreadablePictureException if there is no such file, or it holds no picture that can be read
     */
    public static Picture of(Path path) {
        return of(path, PictureLimits.DEFAULT);
    }

    /**
     * The picture in the file {@code path}.
     *
     * @throws UnreadablePictureException if there is no such file, or it holds no picture that can be read
     */
    public static Picture of(Path path, PictureLimits limits) {
        if (!Files.isRegularFile(path)) {
            throw new UnreadablePictureException("A picture must be a file, but \"" + path + "\" is none.");
        }
        try {
            limits.checkBytes(Files.size(path));
            return of(Files.readAllBytes(path), limits);
        } catch (IOException e) {
            throw new UnreadablePictureException("\"" + path + "\" cannot be read: " + e.getMessage(), e);
        } catch (UnreadablePictureException e) {
            throw new UnreadablePictureException("\"" + path + "\": " + e.getMessage(), e);
        }
    }

    /**
     * The picture encoded in {@code bytes} (PNG, JPEG, WebP, GIF, BMP, TIFF; of several, the first), within the default
     * limits.
     *
     * @throws UnreadablePictureException if the bytes are no picture that can be read
     */
    public static Picture of(byte[] bytes) {
        return of(bytes, PictureLimits.DEFAULT);
    }

    /**
     * The picture encoded in {@code bytes}. Takes memory for the pixels that {@code limits} keep; where there are more, every
     * n-th row and column is read.
     *
     * @throws UnreadablePictureException if the bytes are no picture that can be read
     */
    public static Picture of(byte[] bytes, PictureLimits limits) {
        return PictureReader.read(bytes, limits);
    }

    /** The picture in {@code image}, copied. */
    public static Picture of(BufferedImage image) {
        return new Picture(image.getWidth(), image.getHeight(), OpaquePixels.of(image));
    }

    /**
     * The picture whose channels are in {@code planes}, {@code (3, height, width)}, scaled as a model gives them: the way back
     * from {@link #planes}. What is darker than black or brighter than white is cut off; not a number is black.
     */
    public static Picture ofPlanes(FloatBuffer planes, int width, int height, ChannelScale scale) {
        int size = width * height;
        if (planes.remaining() != 3 * size) {
            throw new IllegalArgumentException("planes must hold 3 x " + height + " x " + width + " numbers, but hold "
                    + planes.remaining() + ".");
        }
        int start = planes.position();
        int[] pixels = new int[size];
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < size; i++) {
                pixels[i] = pixels[i] << 8 | scale.level(planes.get(start + channel * size + i));
            }
        }
        return new Picture(width, height, pixels);
    }

    /** The upper {@code rows} rows of the picture, at least 1. */
    public Picture top(int rows) {
        if (rows < 1 || rows > height) {
            throw new IllegalArgumentException("rows must be between 1 and " + height + ", but was " + rows + ".");
        }
        return new Picture(width, rows, Arrays.copyOf(pixels, rows * width));
    }

    /**
     * The picture stretched to {@code width} x {@code height}, levels rounded to 8 bits after each dimension: bit for bit as
     * Pillow does it, and with it the reference processors of published models.
     */
    public Picture resized(int width, int height, PictureFilter filter) {
        int[] resized = new int[Math.multiplyExact(width, height)];
        FixedPointResize across = new FixedPointResize(this.width, width, filter);
        FixedPointResize down = new FixedPointResize(this.height, height, filter);
        int[] levels = new int[this.width * this.height];
        int[] narrow = new int[width * this.height]; // (old height, new width) of one channel
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] = pixels[i] >>> shift & 255;
            }
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = this.width == width ? levels[i] : across.at(i % width, levels, i / width * this.width, 1);
            }
            for (int i = 0; i < resized.length; i++) {
                int level = this.height == height ? narrow[i] : down.at(i / width, narrow, i % width, width);
                resized[i] |= level << shift;
            }
        }
        return new Picture(width, height, resized);
    }

    /** The part of {@code width} x {@code height} pixels whose upper left corner is at {@code (x, y)}; outside it is black. */
    public Picture part(int x, int y, int width, int height) {
        int[] part = new int[width * height];
        for (int row = Math.max(0, -y); row < Math.min(height, this.height - y); row++) {
            for (int column = Math.max(0, -x); column < Math.min(width, this.width - x); column++) {
                part[row * width + column] = pixels[(y + row) * this.width + x + column];
            }
        }
        return new Picture(width, height, part);
    }

    /** The picture as it is, its channels scaled one by one, shape {@code (3, height, width)}, in a fresh direct buffer. */
    public FloatBuffer planes(ChannelScale red, ChannelScale green, ChannelScale blue) {
        FloatBuffer planes = ByteBuffer.allocateDirect(3 * pixels.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        ChannelScale[] scales = {red, green, blue};
        for (int channel = 0; channel < 3; channel++) {
            for (int pixel : pixels) {
                planes.put(scales[channel].of(pixel >>> (16 - 8 * channel) & 255));
            }
        }
        return planes.flip();
    }

    /** The picture as a PNG file. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    /** The picture as an image of the JDK, copied. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    /** Whether {@code other} shows the same: every pixel is equal. */
    public boolean showsTheSameAs(Picture other) {
        return width == other.width && height == other.height && Arrays.equals(pixels, other.pixels);
    }

    /** Pixels from left to right. */
    public int width() {
        return width;
    }

    /** Pixels from top to bottom. */
    public int height() {
        return height;
    }

    /** The pixel at {@code (x, y)} from the upper left corner, {@code 0xRRGGBB}. */
    public int rgb(int x, int y) {
        if (x < 0 || x >= width || y < 0 || y >= height) {
            throw new IndexOutOfBoundsException(
                    "(" + x + ", " + y + ") lies outside of " + width + " x " + height + " pixels.");
        }
        return pixels[y * width + x];
    }

    /**
     * The picture stretched to {@code width} x {@code height} and scaled, shape {@code (3, height, width)}, in a fresh direct
     * buffer. The proportions are not kept: a square encoder sees all of a wide picture.
     */
    public FloatBuffer planes(int width, int height, ChannelScale scale) {
        FloatBuffer planes = ByteBuffer.allocateDirect(3 * width * height * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Resampling across = new Resampling(this.width, width);
        Resampling down = new Resampling(this.height, height);
        float[] row = new float[this.width];
        float[] narrow = new float[this.height * width]; // (old height, new width) of one channel
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int y = 0; y < this.height; y++) {
                for (int x = 0; x < this.width; x++) {
                    row[x] = pixels[y * this.width + x] >>> shift & 255;
                }
                for (int x = 0; x < width; x++) {
                    narrow[y * width + x] = across.at(x, row, 0, 1);
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    float level = down.at(y, narrow, x, width);
                    planes.put(scale.of(Math.max(0, Math.min(255, level)))); // the cubic overshoots at edges
                }
            }
        }
        return planes.flip();
    }

    @Override
    public String toString() {
        return width + " x " + height + " pixels";
    }
}
