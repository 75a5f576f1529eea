package dev.specula.spring.image;

import dev.specula.Guarantee;
import dev.specula.model.ModelSpec;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.text.Answer;
import dev.specula.text.TextListener;
import dev.specula.token.Origin;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Says "a red circle." in two rounds of two drafted tokens, and remembers what it was asked. */
public final class ScriptedImageToText implements ImageToText {
    private static final List<String> PIECES = List.of("a", " red", " circle", ".");
    private static final List<Origin> ORIGINS = List.of(Origin.DRAFT, Origin.TARGET, Origin.DRAFT, Origin.DRAFT);

    private final PipelineDescription description;
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile @Nullable Question asked;
    private volatile @Nullable String thread;
    private volatile boolean endless;
    private volatile @Nullable RuntimeException failure;

    public ScriptedImageToText(String name, String preset) {
        description = new PipelineDescription(
                name, preset, Guarantee.SAME_TOKENS, "model", "chain", "match", "self-tuning", 8);
    }

    /** Says words until nobody listens. */
    public ScriptedImageToText endless() {
        endless = true;
        return this;
    }

    public ScriptedImageToText failing(@Nullable RuntimeException with) {
        failure = with;
        return this;
    }

    public Question asked() {
        Question question = asked;
        if (question == null) {
            throw new AssertionError("nothing was asked");
        }
        return question;
    }

    public @Nullable String thread() {
        return thread;
    }

    public CountDownLatch begun() {
        return begun;
    }

    @Override
    public PipelineDescription description() {
        return description;
    }

    @Override
    public List<ModelSpec> models() {
        return List.of(
                new ModelSpec("painter", 400, 6, 384, 192, "ri8", 11_000_000, 1536),
                new ModelSpec("sketcher", 400, 1, 128, 192, "f32", 2_800_000, 512));
    }

    @Override
    public Answer answer(Question question, TextListener listener) {
        asked = question;
        thread = Thread.currentThread().getName();
        begun.countDown();
        if (failure != null) {
            throw failure;
        }
        RunReport report = new RunReport();
        report.first(1000);
        boolean goesOn = true;
        do {
            report.round(2, 1, 2, 300, 1000);
            report.round(2, 2, 2, 300, 1000);
            for (int i = 0; i < PIECES.size() && goesOn; i++) {
                goesOn = listener.said(PIECES.get(i), ORIGINS.get(i));
            }
        } while (endless && goesOn);
        return Answer.of(
                String.join("", PIECES), new int[] {5, 6, 7, 8}, goesOn ? Finish.END : Finish.CANCELLED, report);
    }
}
