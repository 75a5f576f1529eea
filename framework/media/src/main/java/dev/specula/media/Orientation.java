package dev.specula.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, as Exif notes it in a JPEG file: 1 upright, 3 upside down, 6 and 8 on a side, others mirrored. */
final class Orientation {
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int APPLICATION_1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966; // "Exif"
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** From 1 to 8; 1 where the bytes say nothing, or nothing sensible. */
    static int of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < 4 || Short.toUnsignedInt(bytes.getShort(0)) != START_OF_IMAGE) {
            return 1;
        }
        int at = 2;
        while (at + 10 < file.length) {
            int marker = Short.toUnsignedInt(bytes.getShort(at));
            int length = Short.toUnsignedInt(bytes.getShort(at + 2));
            if (marker < 0xFF00 || marker == START_OF_SCAN || length < 2) {
                return 1;
            }
            if (marker == APPLICATION_1 && bytes.getInt(at + 4) == EXIF) {
                int end = Math.min(file.length, at + 2 + length);
                return end <= at + 10 ? 1 : inTiff(bytes.slice(at + 10, end - at - 10));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int inTiff(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory + 2 > tiff.limit()) {
            return 1;
        }
        int at = (int) directory + 2;
        for (int left = Short.toUnsignedInt(tiff.getShort(at - 2)); left > 0 && at + 12 <= tiff.limit(); left--) {
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                return value >= 1 && value <= 8 ? value : 1;
            }
            at += 12;
        }
        return 1;
    }

    /** The pixels {@code (height, width)} turned upright. */
    static Picture upright(int orientation, int width, int height, int[] pixels) {
        if (orientation == 1) {
            return new Picture(width, height, pixels);
        }
        boolean swapped = orientation >= 5;
        int uprightWidth = swapped ? height : width;
        int uprightHeight = swapped ? width : height;
        int[] upright = new int[pixels.length];
        for (int y = 0; y < uprightHeight; y++) {
            for (int x = 0; x < uprightWidth; x++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
                boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
                int sourceX = fromRight ? width - 1 - column : column;
                int sourceY = fromBottom ? height - 1 - row : row;
                upright[y * uprightWidth + x] = pixels[sourceY * width + sourceX];
            }
        }
        return new Picture(uprightWidth, uprightHeight, upright);
    }
}
