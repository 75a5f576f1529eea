package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeShapeTests {
    @Test
    void keepsAsMuchAsTheBestOfAllTrees() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200; i++) {
            double[] kept = new double[1 + random.nextInt(4)];
            double left = 1;
            double most = 1;
            for (int rank = 0; rank < kept.length; rank++) {
                kept[rank] = Math.min(most, left * random.nextDouble());
                most = kept[rank];
                left -= kept[rank];
            }
            for (int nodes = 1; nodes <= 8; nodes++) {
                TreeShape shape = TreeShape.best(nodes, kept);
                assertThat(shape.places()).isEqualTo(nodes + 1);
                assertThat(expectedKept(shape, 0, kept)).isCloseTo(mostKept(nodes, 0, kept), offset(1e-12));
            }
        }
    }

    @Test
    void numbersPlacesLevelByLevel() {
        TreeShape shape = TreeShape.best(6, .5, .3, .1);
        int next = 1;
        for (int place = 0; place < shape.places(); place++) {
            assertThat(shape.firstChild(place)).isEqualTo(next);
            next += shape.children(place);
        }
        assertThat(next).isEqualTo(shape.places());
    }

    @Test
    void isAChainWhereOnlyOneChildIsEverKept() {
        TreeShape shape = TreeShape.best(5, .8);
        assertThat(shape.depth()).isEqualTo(5);
        for (int place = 0; place < 5; place++) {
            assertThat(shape.children(place)).isEqualTo(1);
        }
    }

    @Test
    void isWideWhereDepthIsSeldomReached() {
        TreeShape shape = TreeShape.best(3, .3, .29, .28);
        assertThat(shape.depth()).isEqualTo(1);
        assertThat(shape.children(0)).isEqualTo(3);
    }

    @Test
    void refusesRatesThatAreNone() {
        assertThatThrownBy(() -> TreeShape.best(0, .5)).hasMessageContaining("nodes must be at least 1, but was 0");
        assertThatThrownBy(() -> TreeShape.best(3)).hasMessageContaining("at least one number");
        assertThatThrownBy(() -> TreeShape.best(3, .7, .4)).hasMessageContaining("add up to 1.1");
        assertThatThrownBy(() -> TreeShape.best(3, .7, -.1)).hasMessageContaining("at least 0, but has -0.1");
        assertThatThrownBy(() -> TreeShape.best(3, .2, .7)).hasMessageContaining("must not rise");
    }

    private static double expectedKept(TreeShape shape, int place, double[] kept) {
        double sum = 0;
        for (int rank = 0; rank < shape.children(place); rank++) {
            sum += kept[rank] * (1 + expectedKept(shape, shape.firstChild(place) + rank, kept));
        }
        return sum;
    }

    /** The best that children from {@code rank} on can do with {@code nodes} nodes and their subtrees: all splits tried. */
    private static double mostKept(int nodes, int rank, double[] kept) {
        if (nodes == 0 || rank == kept.length) {
            return nodes == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int below = 0; below < nodes; below++) {
            double subtree = mostKept(below, 0, kept);
            double rest = mostKept(nodes - 1 - below, rank + 1, kept);
            most = Math.max(most, kept[rank] * (1 + subtree) + rest);
        }
        return most;
    }
}
