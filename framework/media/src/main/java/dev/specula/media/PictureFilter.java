package dev.specula.media;

/** The kernels by which published processors resize pictures, as Pillow defines them. */
public enum PictureFilter {
    /** Mean of the samples covered. */
    BOX(4, 0.5) {
        @Override
        double at(double distance) {
            return distance > -0.5 && distance <= 0.5 ? 1 : 0;
        }
    },
    /** A triangle. */
    BILINEAR(2, 1) {
        @Override
        double at(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    },
    /** Catmull and Rom's cubic. */
    BICUBIC(3, 2) {
        @Override
        double at(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
        }
    },
    /** A sine cardinal under a window of the same, three samples wide. */
    LANCZOS(1, 3) {
        @Override
        double at(double distance) {
            return distance >= -3 && distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
        }
    };

    private final int code;
    private final double support;

    PictureFilter(int code, double support) {
        this.code = code;
        this.support = support;
    }

    /** The filter that configurations call {@code code} ({@code resample}). */
    public static PictureFilter ofCode(int code) {
        for (PictureFilter filter : values()) {
            if (filter.code == code) {
                return filter;
            }
        }
        throw new IllegalArgumentException(
                "resample must be 1 (Lanczos), 2 (bilinear), 3 (bicubic) or 4 (box), but was " + code + ".");
    }

    /** Samples on each side of the centre that count, where the picture does not shrink. */
    double support() {
        return support;
    }

    /** Weight of a sample at {@code distance} from the centre. */
    abstract double at(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
}
