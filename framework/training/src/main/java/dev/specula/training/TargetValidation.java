package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import dev.specula.training.data.Lesson;
import dev.specula.training.data.Packed;
import dev.specula.training.data.Pictures;
import dev.specula.training.data.VisionLabels;

/** Watches a target on scenes it does not learn from: cheap figures for a log, not the final measure. */
final class TargetValidation {

    private final TargetRecipe recipe;
    private final Pictures pictures;
    private final Packed packed;

    TargetValidation(TargetRecipe recipe, Lesson lesson, int count) {
        this.recipe = recipe;
        this.pictures = lesson.pictures(0, count);
        this.packed = recipe.packed(lesson, pictures);
    }

    /**
     * Shares from 0 to 1.
     *
     * @param shapes that the label head reads off the visual rows; and so colours and sizes
     * @param facts words that state facts, told right when all before them are given
     */
    record Accuracy(double shapes, double colours, double sizes, double facts) {

        @Override
        public String toString() {
            return "shapes %.3f  colours %.3f  sizes %.3f  facts %.3f".formatted(shapes, colours, sizes, facts);
        }
    }

    Accuracy measure(boolean language) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDManager manager = recipe.weights().manager();
            NDArray rows =
                    recipe.model().encoder().rows(recipe.model().encoder().patches(Feed.pixels(pictures, manager)));
            double[] right = attributes(recipe.rowHead().groups(rows));
            if (!language) {
                return new Accuracy(right[0], right[1], right[2], 0);
            }
            NDArray logits = recipe.model().logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager));
            return new Accuracy(
                    right[0], right[1], right[2], facts(logits.argMax(2).toLongArray()));
        }
    }

    private double[] attributes(NDList groups) {
        double[] shares = new double[groups.size()];
        int from = 0;
        for (int index = 0; index < shares.length; index++) {
            int width = Math.toIntExact(groups.get(index).getShape().getLastDimension());
            shares[index] = right(groups.get(index).argMax(2).toLongArray(), from, width);
            from += width;
        }
        return shares;
    }

    /** Share of the rows labelled with one of the classes {@code from} to {@code from + width} for which it is said. */
    private double right(long[] said, int from, int width) {
        int right = 0;
        int all = 0;
        for (int row = 0; row < said.length; row++) {
            for (int choice = 0; choice < width; choice++) {
                if (pictures.rowLabels()[row * VisionLabels.WIDTH + from + choice] >= 1) {
                    all++;
                    right += said[row] == choice ? 1 : 0;
                }
            }
        }
        return (double) right / all;
    }

    private double facts(long[] said) {
        int right = 0;
        int all = 0;
        for (int place = 0; place < said.length; place++) {
            if (packed.weights()[place] > 1) {
                all++;
                right += said[place] == packed.targets()[place] ? 1 : 0;
            }
        }
        return (double) right / all;
    }
}
