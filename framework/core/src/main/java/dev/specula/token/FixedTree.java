package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Longest;
import dev.specula.Need;
import dev.specula.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts a tree of fixed shape, the one that is kept longest on average if the children of a node are kept as often as given
 * (Sequoia, Chen et al. 2024, arXiv:2402.12374).
 *
 * <p>The target computes side branches with rounding of its own, so its answers equal the reference up to near ties: the same
 * law with f32 weights, relaxed with quantised ones. */
@Documented
@Choice(
        axis = Axis.SHAPE,
        implementation = TreeGrowth.class,
        guarantee = Guarantee.SAME_LAW,
        needs = {Need.TREE_PASS, Need.DRAFT_MODEL})
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface FixedTree {
    /** Nodes of the tree, node 0 not counted, from 1 to 64. */
    @Longest
    @Range(min = 1, max = 64)
    int nodes() default 12;

    /**
     * How often the first, second, … child of a node is the one that is kept, each in [0, 1], none above the one before it, adding
     * up to at most 1.
     */
    @Range(min = 0, max = 1, sum = 1, falling = true)
    double[] keptByRank() default {0.75, 0.12, 0.05, 0.03};
}
