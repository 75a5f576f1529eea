package dev.specula.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes the first picture of a file with whatever ImageIO finds on the class path. */
final class PictureReader {
    private PictureReader() {}

    static Picture read(byte[] bytes, PictureLimits limits) {
        limits.checkBytes(bytes.length);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnreadablePictureException("A picture must be a file of one of the formats " + formats()
                        + ", but starts with the bytes " + FirstBytes.describe(bytes) + ".");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                limits.checkSize(reader.getWidth(0), reader.getHeight(0));
                BufferedImage image = thinned(reader, limits.stepFor(reader.getWidth(0), reader.getHeight(0)));
                return Orientation.upright(
                        Orientation.of(bytes), image.getWidth(), image.getHeight(), OpaquePixels.of(image));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // Readers answer broken files with any of these.
            throw new UnreadablePictureException(
                    "A picture must be whole, but these " + bytes.length + " bytes, which start with "
                            + FirstBytes.describe(bytes) + ", cannot be decoded: " + e.getMessage(),
                    e);
        }
    }

    private static BufferedImage thinned(ImageReader reader, int step) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        int middle = step / 2;
        boolean hasMiddle = reader.getWidth(0) > middle && reader.getHeight(0) > middle;
        wanted.setSourceSubsampling(step, step, hasMiddle ? middle : 0, hasMiddle ? middle : 0);
        return reader.read(0, wanted);
    }

    private static List<String> formats() {
        return Arrays.stream(ImageIO.getReaderFileSuffixes())
                .filter(suffix -> !suffix.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
