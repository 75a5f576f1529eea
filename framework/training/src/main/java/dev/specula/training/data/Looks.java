package dev.specula.training.data;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.text.Description;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.text.Facts;
import dev.specula.blocks.tokens.BlocksTokenizer;
import java.util.Arrays;
import java.util.List;

/**
 * Which visual row each token of an answer is about: that of the block described by the token or by the next one that describes
 * any. An answer about two blocks looks at one after the other.
 */
final class Looks {
    private final Scene scene;
    private final List<Description> told;

    private Looks(Scene scene, List<Description> told) {
        this.scene = scene;
        this.told = told;
    }

    /** The row of each of {@code answer}'s tokens; {@link Turn#NO_ROW} where no block is meant, or it is not clear which. */
    static int[] of(Exchange exchange, Scene scene, int[] answer, BlocksTokenizer tokenizer) {
        int[] rows = new int[answer.length];
        Arrays.fill(rows, Turn.NO_ROW);
        if (exchange.kind() == Exchange.Kind.CAPTION) {
            return rows;
        }
        Looks looks = new Looks(scene, Facts.in(exchange.answer()).descriptions());
        List<Description> before = List.of();
        int first = 0; // of the tokens that wait for one that describes
        for (int token = 0; token < answer.length; token++) {
            String soFar = tokenizer.decode(Arrays.copyOf(answer, token + 1));
            List<Description> now = Facts.in(soFar).descriptions();
            if (!now.equals(before) && !now.isEmpty()) {
                Arrays.fill(rows, first, token + 1, looks.row(now.size() - 1));
                first = token + 1;
            }
            before = now;
        }
        return rows;
    }

    /** The row of the one block that fits description number {@code index}. */
    private int row(int index) {
        if (index >= told.size()) {
            return Turn.NO_ROW;
        }
        Description description = told.get(index);
        List<Block> meant = scene.blocks().stream()
                .filter(block -> fits(description, block))
                .toList();
        return meant.size() == 1 ? VisionLabels.rowOf(meant.get(0).region()) : Turn.NO_ROW;
    }

    private static boolean fits(Description told, Block block) {
        return (told.shape() == null || told.shape() == block.shape())
                && (told.colour() == null || told.colour() == block.colour())
                && (told.size() == null || told.size() == block.size())
                && (told.region() == null || told.region() == block.region());
    }
}
