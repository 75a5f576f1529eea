package dev.specula.media;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares pictures as a published {@code preprocessor_config.json} says: stretched (ViT, SigLIP), its shorter side fitted and
 * the middle cut out (CLIP), or cut into tiles with the whole beside them (Idefics 3, SmolVLM). Numbers are those of the
 * reference with Pillow as its back end. Thread-safe.
 */
public final class PictureProcessor {
    private static final int LARGEST_SIDE = 4096; // of Idefics 3, whatever its configuration asks for
    private static final int MOST_ASPECT = 200; // a thinner picture would be enlarged beyond all memory
    private static final long MOST_PIXELS = 1 << 25;
    private static final int SMALLEST_TILE = 32;

    private final Config config;

    private record Config(
            PictureFilter filter,
            List<ChannelScale> scales,
            int shortest,
            int longest,
            int tile,
            int width,
            int height) {}

    private PictureProcessor(Config config) {
        this.config = config;
    }

    /**
     * Reads a {@code preprocessor_config.json}.
     *
     * @throws IllegalArgumentException if it asks for something that is not described above
     */
    public static PictureProcessor of(String json) {
        try {
            JsonObject config = JsonParser.parseString(json).getAsJsonObject();
            requireUsual(config);
            JsonObject size = config.getAsJsonObject("size");
            boolean crops = flag(config, "do_center_crop", false);
            JsonObject wanted = crops ? config.getAsJsonObject("crop_size") : size;
            boolean splits = flag(config, "do_image_splitting", false);
            Config read = new Config(
                    PictureFilter.ofCode(config.get("resample").getAsInt()),
                    scales(config),
                    side(size, "shortest_edge", LARGEST_SIDE),
                    splits ? side(size, "longest_edge", Integer.MAX_VALUE) : 0,
                    splits ? side(config.getAsJsonObject("max_image_size"), "longest_edge", LARGEST_SIDE) : 0,
                    side(wanted, "width", LARGEST_SIDE),
                    side(wanted, "height", LARGEST_SIDE));
            requireWhole(read, splits, crops);
            return new PictureProcessor(read);
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException
                | UnsupportedOperationException
                | IndexOutOfBoundsException
                | ClassCastException e) { // all the ways in which the parser says that it found something else
            throw new IllegalArgumentException(
                    "preprocessor_config.json must name size, resample, image_mean and image_std, but does not.", e);
        }
    }

    /** Steps that are always taken, and levels that always become shares of 255. */
    private static void requireUsual(JsonObject config) {
        for (String step : List.of("do_resize", "do_rescale", "do_normalize")) {
            if (!flag(config, step, true)) {
                throw new IllegalArgumentException(step
                        + " of preprocessor_config.json must be true, but is not; other preparations are not known.");
            }
        }
        if (config.has("rescale_factor")
                && Math.abs(config.get("rescale_factor").getAsDouble() * 255 - 1) > 1e-6) {
            throw new IllegalArgumentException("rescale_factor of preprocessor_config.json must be 1 / 255, but is "
                    + config.get("rescale_factor") + ".");
        }
    }

    private static void requireWhole(Config config, boolean splits, boolean crops) {
        boolean hasSides = config.width() > 0 && config.height() > 0;
        boolean whole = splits
                ? config.longest() > 0 && config.tile() >= SMALLEST_TILE
                : hasSides || (config.shortest() > 0 && !crops);
        if (!whole) {
            throw new IllegalArgumentException(
                    "preprocessor_config.json must name width and height, a shortest edge, or"
                            + " for tiles of " + SMALLEST_TILE
                            + " pixels or more their longest edge and that of the whole, but names"
                            + " shortest " + config.shortest() + ", longest " + config.longest() + ", tile "
                            + config.tile() + ", "
                            + config.width() + " x " + config.height() + ".");
        }
    }

    private static boolean flag(JsonObject json, String key, boolean otherwise) {
        return json.has(key) ? json.get(key).getAsBoolean() : otherwise;
    }

    /** Pixels on a side; 0 if there is no such key. */
    private static int side(JsonObject json, String key, int most) {
        double side = json.has(key) ? json.get(key).getAsDouble() : 0;
        if (side != (int) side || side < 0 || side > most) {
            throw new IllegalArgumentException(key + " of preprocessor_config.json must be a whole number up to " + most
                    + ", but is " + json.get(key) + ".");
        }
        return (int) side;
    }

    private static List<ChannelScale> scales(JsonObject config) {
        JsonArray means = config.getAsJsonArray("image_mean");
        JsonArray deviations = config.getAsJsonArray("image_std");
        List<ChannelScale> scales = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            scales.add(new ChannelScale(
                    means.get(channel).getAsFloat(), deviations.get(channel).getAsFloat()));
        }
        return scales;
    }

    /**
     * What an encoder is given for {@code picture}.
     *
     * @throws UnreadablePictureException if its proportions are to be kept and it is too thin for that
     */
    public PictureTiles process(Picture picture) {
        if (config.tile() > 0) {
            return tiles(picture);
        }
        Picture fitted = config.shortest() > 0
                ? middle(fitted(picture))
                : picture.resized(config.width(), config.height(), config.filter());
        return new PictureTiles(List.of(planes(fitted)), 0, 0);
    }

    /** Its shorter side as long as asked for, its proportions kept; the longer side is rounded down. */
    private Picture fitted(Picture picture) {
        int shorter = Math.min(picture.width(), picture.height());
        int longer = Math.max(picture.width(), picture.height());
        if (longer > MOST_ASPECT * (long) shorter) {
            throw new UnreadablePictureException("The longer side of a picture must be at most " + MOST_ASPECT
                    + " times the shorter one for a model that keeps proportions, but the picture has " + picture
                    + "; cut it into parts.");
        }
        int longest = (int) (config.shortest() * (double) longer / shorter);
        if ((long) longest * config.shortest() > MOST_PIXELS) {
            throw new UnreadablePictureException(
                    "A picture must have at most " + MOST_PIXELS + " pixels when its shorter side"
                            + " has " + config.shortest() + ", but " + picture + " become " + longest + " x "
                            + config.shortest()
                            + "; cut it into parts.");
        }
        boolean wide = picture.width() >= picture.height();
        return picture.resized(wide ? longest : config.shortest(), wide ? config.shortest() : longest, config.filter());
    }

    private Picture middle(Picture picture) {
        if (config.width() == 0) {
            return picture;
        }
        int left = Math.floorDiv(picture.width() - config.width(), 2);
        int top = Math.floorDiv(picture.height() - config.height(), 2);
        return picture.part(left, top, config.width(), config.height());
    }

    private PictureTiles tiles(Picture picture) {
        Picture large = wholeTiles(longestSide(picture));
        int tile = config.tile();
        int rows = large.height() / tile;
        int columns = large.width() / tile;
        if (rows == 1 && columns == 1) {
            return new PictureTiles(List.of(planes(large)), 0, 0);
        }
        List<FloatBuffer> planes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                planes.add(planes(large.part(column * tile, row * tile, tile, tile)));
            }
        }
        planes.add(planes(large.resized(tile, tile, config.filter())));
        return new PictureTiles(planes, rows, columns);
    }

    /** Its longer side as long as asked for; the shorter is rounded down, then up to an even number. */
    private Picture longestSide(Picture picture) {
        int longest = Math.min(config.longest(), LARGEST_SIDE);
        double aspect = picture.width() / (double) picture.height();
        if (picture.width() >= picture.height()) {
            return picture.resized(longest, even((int) (longest / aspect)), config.filter());
        }
        return picture.resized(even((int) (longest * aspect)), longest, config.filter());
    }

    private static int even(int size) {
        return Math.max(1, size + size % 2);
    }

    /** Both sides stretched to multiples of a tile. */
    private Picture wholeTiles(Picture picture) {
        double aspect = picture.width() / (double) picture.height();
        int width = whole(picture.width());
        int height = whole(picture.height());
        if (picture.width() >= picture.height()) {
            height = whole((int) (width / aspect));
        } else {
            width = whole((int) (height * aspect));
        }
        return picture.resized(width, height, config.filter());
    }

    private int whole(int size) {
        return (size + config.tile() - 1) / config.tile() * config.tile();
    }

    private FloatBuffer planes(Picture picture) {
        return picture.planes(
                config.scales().get(0), config.scales().get(1), config.scales().get(2));
    }
}
