package dev.specula.samples.imagetotext.page;

import dev.specula.media.Picture;
import dev.specula.plan.Speculation;
import dev.specula.samples.imagetotext.ShippedPictures;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Answers a few questions before the page is used, with a draft and without: the first answers of a Java process run code that
 * is not compiled yet, and would compare nothing but that.
 */
@Component
@Profile("!command-line")
class WarmUp implements ApplicationRunner {
    private static final int TIMES = 2;

    private final ImageToText pictures;

    WarmUp(ImageToText pictures) {
        this.pictures = pictures;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (int time = 0; time < TIMES; time++) {
            for (long number : ShippedPictures.first()) {
                Question question = Question.caption(Picture.of(ShippedPictures.draw(number)));
                pictures.answer(question.with(pictures.options().with(Speculation.AUTO)));
                pictures.answer(question.with(pictures.options().with(Speculation.PLAIN)));
            }
        }
    }
}
