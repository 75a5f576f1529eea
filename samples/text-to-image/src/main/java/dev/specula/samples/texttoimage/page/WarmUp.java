package dev.specula.samples.texttoimage.page;

import dev.specula.plan.Speculation;
import dev.specula.samples.texttoimage.Captions;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.TextToImage;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Draws a few captions before the page is used, with drafts and without: the first pictures of a Java process run code that is
 * not compiled yet, and would compare nothing but that.
 */
@Component
@Profile("!command-line")
class WarmUp implements ApplicationRunner {
    private final TextToImage pictures;

    WarmUp(TextToImage pictures) {
        this.pictures = pictures;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (String words : Captions.first()) {
            pictures.draw(Caption.of(words).with(pictures.options().with(Speculation.AUTO)));
            pictures.draw(Caption.of(words).with(pictures.options().with(Speculation.PLAIN)));
        }
    }
}
