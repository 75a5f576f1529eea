package dev.specula.media;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** Takes the pixels of an image as opaque sRGB: what is transparent shows white. */
final class OpaquePixels {
    private OpaquePixels() {}

    /** {@code (height, width)} numbers {@code 0xRRGGBB}. */
    static int[] of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = new int[width * height];
        ColorModel colours = image.getColorModel();
        // A grey image is stored as it is shown; getRGB would take it for linear light and brighten it.
        boolean grey =
                colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY && colours.getComponentSize(0) <= Short.SIZE;
        for (int y = 0; y < height; y++) {
            if (grey) {
                greyRow(image.getRaster(), colours, y, pixels);
            } else {
                image.getRGB(0, y, width, 1, pixels, y * width, width);
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = overWhite(pixels[i]);
        }
        return pixels;
    }

    private static void greyRow(Raster raster, ColorModel colours, int y, int[] into) {
        int width = raster.getWidth();
        boolean alpha = colours.hasAlpha();
        int most = (1 << colours.getComponentSize(0)) - 1;
        for (int x = 0; x < width; x++) {
            int level = raster.getSample(x, y, 0) * 255 / most;
            int opacity = alpha ? raster.getSample(x, y, 1) * 255 / most : 255;
            into[y * width + x] = opacity << 24 | level * 0x010101;
        }
    }

    private static int overWhite(int argb) {
        int opacity = argb >>> 24;
        if (opacity == 255) {
            return argb & 0xFFFFFF;
        }
        int red = blend(argb >>> 16 & 255, opacity);
        int green = blend(argb >>> 8 & 255, opacity);
        int blue = blend(argb & 255, opacity);
        return red << 16 | green << 8 | blue;
    }

    private static int blend(int level, int opacity) {
        return (level * opacity + 255 * (255 - opacity) + 127) / 255;
    }
}
