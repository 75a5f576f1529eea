package dev.specula.training.data;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.FlatScenes;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.text.DrawingRequest;
import dev.specula.blocks.text.DrawingRequest.Mention;
import dev.specula.blocks.tokens.BlocksTokenizer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens of a prompt each code of a picture is about: those that tell the block the code shows or, where it shows none,
 * the block of its region.
 */
final class CaptionLooks {

    private static final int SIDE = Scene.SIDE / FlatScenes.GRID;
    private static final int ROW = SIDE + 1; // its codes and its end

    /** Tokens of a picture. */
    static final int LENGTH = SIDE * ROW + 1;

    private final DrawingRequest request;
    private final BlocksTokenizer tokenizer;

    CaptionLooks(DrawingRequest request, BlocksTokenizer tokenizer) {
        this.request = request;
        this.tokenizer = tokenizer;
    }

    /**
     * Ones for the tokens of a prompt of {@code LONGEST_PROMPT} that a picture's token is about, into {@code shares (picture
     * length, LONGEST_PROMPT)} of picture number {@code picture}; a token that is about nothing has none.
     */
    void writeTokens(float[] shares, int picture) {
        int first = PictureVocabulary.LONGEST_PROMPT - 1 - tokens(request.text().length());
        for (Mention mention : request.mentions()) {
            int from = first + tokens(mention.start());
            int to = first + tokens(mention.end());
            places(mention.block()).forEach(place -> {
                int at = (picture * LENGTH + place) * PictureVocabulary.LONGEST_PROMPT;
                Arrays.fill(shares, at + from, at + to, 1);
            });
        }
    }

    /**
     * The block that a picture's token is about, or that there is none in its region, into {@code labels (picture length,
     * VisionLabels.WIDTH)} likewise. A request that tells of nothing labels nothing.
     */
    void writeLabels(float[] labels, int picture) {
        if (request.mentions().isEmpty()) {
            return;
        }
        for (int code = 0; code < SIDE * SIDE; code++) {
            int at = (picture * LENGTH + place(code)) * VisionLabels.WIDTH;
            Block block = about(code);
            if (block == null) {
                VisionLabels.writeNothing(labels, at);
            } else {
                VisionLabels.write(block, labels, at);
            }
        }
    }

    /** The places in a picture's tokens that are about {@code block}. */
    private IntStream places(Block block) {
        return IntStream.range(0, SIDE * SIDE)
                .filter(code -> block.equals(about(code)))
                .map(CaptionLooks::place);
    }

    private static int place(int code) {
        return code / SIDE * ROW + code % SIDE;
    }

    /** The block that code number {@code code} shows or whose region it lies in; {@code null} if there is none. */
    private @Nullable Block about(int code) {
        int row = code / SIDE;
        int column = code % SIDE;
        double x = (column + 0.5) * FlatScenes.GRID;
        double y = (row + 0.5) * FlatScenes.GRID;
        Block near = null;
        for (Mention mention : request.mentions()) {
            Block block = mention.block();
            if (Math.hypot(x - block.x(), y - block.y()) < block.radius()) {
                return block;
            }
            boolean inRegion = (int) (x * 3 / Scene.SIDE) == block.region().column()
                    && (int) (y * 3 / Scene.SIDE) == block.region().row();
            near = inRegion ? block : near;
        }
        return near;
    }

    /** Tokens of the caption's first {@code characters}; phrases begin and end where words do. */
    private int tokens(int characters) {
        return tokenizer.encode(request.text().substring(0, characters).stripTrailing()).length;
    }
}
