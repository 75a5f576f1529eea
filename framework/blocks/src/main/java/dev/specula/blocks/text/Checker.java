package dev.specula.blocks.text;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/** Compares what a model said with the truth. Wording does not count, facts do. */
public final class Checker {

    private Checker() {}

    /** Attributes told rightly out of those asked for. */
    public record Score(int right, int all) {

        public Score plus(Score other) {
            return new Score(right + other.right, all + other.all);
        }

        /** From 0 to 1; 1 when nothing was asked for. */
        public double share() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    /**
     * The attribute facts of a caption: shape, colour, size and region of every clearly visible block, under the most
     * favourable matching of descriptions to blocks. Every described block beyond those there are counts as four wrong.
     */
    public static Score caption(Scene scene, String caption) {
        List<Description> descriptions = Facts.in(caption).descriptions();
        List<Block> clear =
                scene.blocks().stream().filter(Block::clearlyVisible).toList();
        int invented = Math.max(0, descriptions.size() - scene.blocks().size());
        return new Score(
                mostRight(clear, new ArrayList<>(descriptions)), Description.ATTRIBUTES * (clear.size() + invented));
    }

    /** Whether {@code answer} states exactly the facts of the perfect answer. */
    public static boolean answers(Exchange exchange, String answer) {
        return Facts.in(answer).equals(Facts.in(exchange.answer()));
    }

    private static int mostRight(List<Block> blocks, List<Description> free) {
        if (blocks.isEmpty()) {
            return 0;
        }
        List<Block> others = blocks.subList(1, blocks.size());
        int best = mostRight(others, free); // the first block is not told of at all
        for (int index = 0; index < free.size(); index++) {
            Description taken = free.remove(index);
            best = Math.max(best, taken.rightAbout(blocks.get(0)) + mostRight(others, free));
            free.add(index, taken);
        }
        return best;
    }
}
