package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.data.Lesson;
import dev.specula.training.data.Packed;
import dev.specula.training.data.Pictures;
import dev.specula.training.data.TokenWeights;
import dev.specula.training.data.VisionLabels;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.AttributeHead;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.Ops;
import dev.specula.training.model.Rotation;
import dev.specula.training.model.TargetModel;
import dev.specula.training.model.VisionShape;
import dev.specula.training.model.Weights;
import org.jspecify.annotations.Nullable;

/** Teaches a target: one step at a time, its batch and learning rate functions of the step. */
final class TargetRecipe {

    private static final float ROW_SHARE = 0.5f; // of the encoder's labels beside language
    private static final float LOOK_SHARE = 0.2f; // of where one head looks beside language
    private static final float PATCH_SHARE = 1f; // of the patches' labels beside the rows'

    private final TargetPlan plan;
    private final Lesson lesson;
    private final TokenWeights tokenWeights;
    private final Weights weights;
    private final AdamW optimiser;
    private final TargetModel model;
    private final AttributeHead rowHead;
    private final AttributeHead patchHead;

    TargetRecipe(TargetPlan plan, Lesson lesson, NDManager manager) {
        this.plan = plan;
        this.lesson = lesson;
        BlocksTokenizer tokenizer = lesson.tokenizer();
        this.tokenWeights = TokenWeights.stressingFacts(tokenizer, plan.stress());
        this.weights = new Weights(manager, plan.seed());
        this.optimiser = new AdamW(manager, weights);
        this.model =
                new TargetModel(VisionShape.target(), DecoderShape.target(tokenizer.paddedSize()), weights, manager);
        this.rowHead = AttributeHead.words(
                model.decoder(),
                manager.create(VisionLabels.words(tokenizer), new Shape(VisionLabels.WIDTH, tokenizer.paddedSize())),
                VisionLabels.BORDERS);
        this.patchHead = AttributeHead.linear("teacher.patches", weights, VisionLabels.BORDERS, VisionLabels.WIDTH);
    }

    /** What a step needs. */
    record Batch(Pictures pictures, @Nullable Packed packed) {}

    private record Losses(NDArray language, NDArray looking) {}

    /**
     * What a step showed.
     *
     * @param language mean weighted cross-entropy of answers; 0 while the encoder learns alone
     * @param looking mean cross-entropy of where a head looks, likewise
     * @param labels mean cross-entropy of the visual rows' labels
     * @param norm of the gradient before clipping
     */
    record Report(double language, double looking, double labels, double norm) {}

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    TargetModel model() {
        return model;
    }

    AttributeHead rowHead() {
        return rowHead;
    }

    /** The batch of {@code step}; called on a thread of its own. */
    Batch batch(long step) {
        if (plan.encoderAlone(step)) {
            return new Batch(lesson.pictures(plan.firstPicture(step), plan.encoderPictures()), null);
        }
        Pictures pictures = lesson.pictures(plan.firstPicture(step), plan.pictures());
        return new Batch(pictures, packed(lesson, pictures));
    }

    /** {@code pictures} with what is said about them in {@code from}. */
    Packed packed(Lesson from, Pictures pictures) {
        return Packed.of(
                from.turns(pictures),
                model.encoder().shape().rows(),
                tokenWeights,
                new Rotation(model.decoder().shape().headSize()));
    }

    /** One step; {@code step} counts from 0. */
    Report step(long step, Batch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDManager manager = weights.manager();
            Losses losses;
            NDArray labels;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                int count = batch.pictures().scenes().size();
                NDArray patches = model.encoder().patches(Feed.pixels(batch.pictures(), manager));
                NDArray rows = model.encoder().rows(patches);
                labels = rowHead.loss(rows, Feed.labels(batch.pictures().rowLabels(), count, manager));
                NDArray patchLoss =
                        patchHead.loss(patches, Feed.labels(batch.pictures().patchLabels(), count, manager));
                NDArray taught = labels.add(patchLoss.mul(PATCH_SHARE));
                losses = batch.packed() == null
                        ? new Losses(taught.mul(0), taught.mul(0))
                        : language(rows, batch.packed());
                collector.backward(
                        batch.packed() == null
                                ? taught
                                : losses.language()
                                        .add(losses.looking().mul(LOOK_SHARE))
                                        .add(taught.mul(ROW_SHARE)));
            }
            long optimiserStep = step + 1;
            double norm = optimiser.step(optimiserStep, name -> plan.rate(step, name));
            return new Report(losses.language().getFloat(), losses.looking().getFloat(), labels.getFloat(), norm);
        }
    }

    private Losses language(NDArray rows, Packed packed) {
        NDManager manager = weights.manager();
        NDList looks = new NDList();
        NDArray logits = model.logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager), looks::add);
        NDArray counted = Feed.weights(packed, manager);
        NDArray language = Feed.targetLogs(logits.logSoftmax(-1), packed)
                .mul(counted)
                .sum()
                .div(counted.sum())
                .neg();
        return new Losses(language, looking(looks.singletonOrThrow(), packed));
    }

    /** Mean surprise at where a head should look whose token is about a block: at the row that shows it. */
    private NDArray looking(NDArray looks, Packed packed) {
        NDManager manager = weights.manager();
        if (packed.shown().length == 0) {
            return looks.sum().mul(0);
        }
        NDArray rows = Ops.rowsOf(looks.reshape(-1, packed.length()), manager.create(packed.aboutBlocks()));
        NDArray columns =
                manager.create(packed.shown()).toType(DataType.INT64, false).expandDims(1);
        return rows.gather(columns, 1).add(1e-6f).log().mean().neg();
    }
}
