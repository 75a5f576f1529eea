package dev.specula.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.training.data.DrawingLesson;
import dev.specula.training.data.Drawings;
import dev.specula.training.data.PictureVocabulary;
import dev.specula.training.data.VisionLabels;
import dev.specula.training.model.AdamW;
import dev.specula.training.model.AttributeHead;
import dev.specula.training.model.Decoder;
import dev.specula.training.model.DecoderShape;
import dev.specula.training.model.PictureTokenizer;
import dev.specula.training.model.Placement;
import dev.specula.training.model.Rotation;
import dev.specula.training.model.Weights;

/** Teaches a decoder to draw, code by code: one step at a time, its batch and learning rate functions of the step. */
final class DrawingRecipe {

    private static final double RATE = 1.2e-3;
    private static final float NEVER = -1e9f;
    private static final float LOOK_SHARE = 10; // of where one head looks, beside a picture's nats
    private static final float LABEL_SHARE = 20; // of what is known of the block that a token is about, likewise

    private final int pictures;
    private final DrawingLesson lesson;
    private final PictureVocabulary vocabulary;
    private final PictureTokenizer tokenizer;
    private final NDManager manager;
    private final Weights weights;
    private final AdamW optimiser;
    private final Decoder decoder;
    private final Placement placement;
    private final AttributeHead blockHead;
    private final Schedule schedule;

    DrawingRecipe(
            long seed,
            long steps,
            int pictures,
            DrawingLesson lesson,
            PictureVocabulary vocabulary,
            PictureTokenizer tokenizer,
            NDManager manager) {
        this.pictures = pictures;
        this.lesson = lesson;
        this.vocabulary = vocabulary;
        this.tokenizer = tokenizer;
        this.manager = manager;
        this.weights = new Weights(manager, seed);
        this.optimiser = new AdamW(manager, weights);
        DecoderShape shape = DecoderShape.drawer(vocabulary.size());
        this.decoder = new Decoder(shape, "model.", weights, manager);
        this.placement = placement(PictureVocabulary.LONGEST_PROMPT + vocabulary.pictureLength() - 1, shape.headSize());
        this.blockHead = AttributeHead.linear("teacher.blocks", weights, VisionLabels.BORDERS, VisionLabels.WIDTH);
        this.schedule = new Schedule(steps, RATE);
    }

    /**
     * What a step showed.
     *
     * @param nats mean cross-entropy of a whole picture
     * @param looking mean cross-entropy of where in the caption a head looks, of the tokens that are about a block
     * @param labels mean cross-entropy of what the middle layer knows of that block
     * @param norm of the gradient before clipping
     */
    record Report(double nats, double looking, double labels, double norm) {}

    Weights weights() {
        return weights;
    }

    AdamW optimiser() {
        return optimiser;
    }

    DecoderShape shape() {
        return decoder.shape();
    }

    /** The batch of {@code step}; called on a thread of its own. */
    Drawings batch(long step) {
        return lesson.batch(step * pictures, pictures);
    }

    /** One step; {@code step} counts from 0. */
    Report step(long step, Drawings batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray prompts = prompts(batch, pictures);
            NDArray drawn = drawn(batch, pictures);
            NDArray shown = manager.create(batch.looks(), perToken(PictureVocabulary.LONGEST_PROMPT));
            NDArray blocks = manager.create(batch.labels(), perToken(VisionLabels.WIDTH));
            NDArray nats;
            NDArray looking;
            NDArray labels;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                Middle middle = new Middle();
                nats = nats(logits(prompts, drawn, middle), drawn);
                looking = looking(middle.looks.singletonOrThrow(), shown);
                labels = blockHead.loss(drawing(middle.rows.singletonOrThrow()), blocks);
                collector.backward(nats.add(looking.mul(LOOK_SHARE))
                        .add(labels.mul(LABEL_SHARE))
                        .div(vocabulary.pictureLength()));
            }
            double norm = optimiser.step(step + 1, name -> schedule.rate(step));
            return new Report(nats.getFloat(), looking.getFloat(), labels.getFloat(), norm);
        }
    }

    /** The mean cross-entropy of a whole picture, in nats, over pictures nothing learns from. */
    double nats(Drawings measured, int count) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray drawn = drawn(measured, count);
            return nats(logits(prompts(measured, count), drawn, looks -> {}), drawn)
                    .getFloat();
        }
    }

    /** Logits {@code (batch, picture length, vocabulary)} of every token of {@code drawn}, from all before it. */
    private NDArray logits(NDArray prompts, NDArray drawn, Decoder.Onlooker onlooker) {
        long last = vocabulary.pictureLength() - 1L;
        NDArray ids = prompts.concat(drawn.split(new long[] {last}, 1).get(0), 1);
        return drawing(decoder.logits(decoder.embed(ids), withoutPadding(ids), onlooker));
    }

    private static NDArray nats(NDArray logits, NDArray drawn) {
        return logits.logSoftmax(-1)
                .gather(drawn.expandDims(2), 2)
                .sum()
                .div(drawn.getShape().get(0))
                .neg();
    }

    /** Mean surprise at where a head should look that draws a block: anywhere in the words that tell it. */
    private static NDArray looking(NDArray looks, NDArray shown) {
        NDArray inPrompt = drawing(looks)
                .split(new long[] {PictureVocabulary.LONGEST_PROMPT}, 2)
                .get(0);
        NDArray about = shown.max(new int[] {-1});
        NDArray seen = inPrompt.mul(shown).sum(new int[] {-1}).add(1e-6f).log();
        return seen.mul(about).sum().div(about.sum().add(1e-6f)).neg();
    }

    /** The rows {@code (batch, picture length, anything)} that foresee a token of the picture. */
    private static NDArray drawing(NDArray rows) {
        return rows.split(new long[] {PictureVocabulary.LONGEST_PROMPT - 1}, 1).get(1);
    }

    private Shape perToken(int width) {
        return new Shape(pictures, vocabulary.pictureLength(), width);
    }

    /** Keeps what is seen of the middle layer. */
    private static final class Middle implements Decoder.Onlooker {
        private final NDList looks = new NDList();
        private final NDList rows = new NDList();

        @Override
        public void looks(NDArray seen) {
            looks.add(seen);
        }

        @Override
        public void rows(NDArray seen) {
            rows.add(seen);
        }
    }

    private NDArray prompts(Drawings batch, int count) {
        return manager.create(batch.prompts(), new Shape(count, PictureVocabulary.LONGEST_PROMPT))
                .toType(DataType.INT64, false);
    }

    /** The tokens {@code (batch, picture length)} of the batch's pictures. */
    private NDArray drawn(Drawings batch, int count) {
        int side = vocabulary.side();
        NDArray codes = tokenizer.codes(Feed.pixels(batch.pixels(), count, manager));
        NDArray rows = codes.add(vocabulary.firstCode()).reshape(count, side, side);
        NDArray ends = manager.arange(vocabulary.firstRowEnd(), vocabulary.firstRowEnd() + side, 1, DataType.INT64)
                .reshape(1, side, 1)
                .repeat(0, count);
        NDArray end = manager.full(new Shape(count, 1), SpecialToken.END.id(), DataType.INT64);
        return rows.concat(ends, 2).reshape(count, (long) side * (side + 1)).concat(end, 1);
    }

    /** What stands before a prompt is out of sight; tokens only see how far apart they are, so it changes nothing. */
    private Placement withoutPadding(NDArray ids) {
        NDArray hidden =
                ids.eq(SpecialToken.PAD.id()).toType(DataType.FLOAT32, false).mul(NEVER);
        NDArray mask =
                placement.mask().add(hidden.reshape(-1, 1, 1, 1, ids.getShape().get(1)));
        return new Placement(placement.cosine(), placement.sine(), mask);
    }

    /** Every token at its place in the sequence, with all before it in sight. */
    private Placement placement(int length, int headSize) {
        float[] cosine = new float[length * headSize];
        float[] sine = new float[length * headSize];
        float[] mask = new float[length * length];
        Rotation rotation = new Rotation(headSize);
        for (int row = 0; row < length; row++) {
            rotation.write(row, cosine, sine, row);
            for (int column = row + 1; column < length; column++) {
                mask[row * length + column] = NEVER;
            }
        }
        Shape turn = new Shape(1, length, 1, headSize);
        return new Placement(
                manager.create(cosine, turn),
                manager.create(sine, turn),
                manager.create(mask, new Shape(1, 1, 1, length, length)));
    }
}
