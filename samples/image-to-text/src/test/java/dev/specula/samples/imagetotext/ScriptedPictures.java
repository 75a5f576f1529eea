package dev.specula.samples.imagetotext;

import dev.specula.Guarantee;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.Finish;
import dev.specula.report.RunReport;
import dev.specula.text.Answer;
import dev.specula.text.TextListener;
import dev.specula.token.Origin;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stands in for the models: says " a red circle." whatever it is asked. */
public final class ScriptedPictures implements ImageToText {
    private static volatile @Nullable Question asked; // the application wraps the bean, so that tests cannot reach it

    /** The latest question. */
    public static Question asked() {
        Question question = asked;
        if (question == null) {
            throw new AssertionError("nothing was asked");
        }
        return question;
    }

    @Override
    public PipelineDescription description() {
        return new PipelineDescription(
                "scripted", "default", Guarantee.SAME_TOKENS, "model", "chain", "match", "self-tuning", 8);
    }

    @Override
    public Answer answer(Question question, TextListener listener) {
        asked = question;
        listener.said(" a", Origin.TARGET);
        listener.said(" red", Origin.DRAFT);
        listener.said(" circle.", Origin.TARGET);
        RunReport report = new RunReport();
        report.round(1, 0, 1, 10, 100);
        report.round(1, 1, 2, 10, 100);
        return Answer.of(" a red circle.", new int[] {5, 6, 7}, Finish.END, report);
    }

    /** Puts the stand-in in the place of the starter's pipeline. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InPlaceOfTheModels {
        @Bean
        ImageToText pictures() {
            return new ScriptedPictures();
        }
    }
}
