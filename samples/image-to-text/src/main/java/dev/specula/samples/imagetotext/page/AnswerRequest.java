package dev.specula.samples.imagetotext.page;

import dev.specula.media.Picture;
import dev.specula.plan.Speculation;
import dev.specula.samples.imagetotext.ShippedPictures;
import dev.specula.text.AnswerOptions;
import dev.specula.visionlanguage.Question;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A question as the page's form sends it.
 *
 * @param picture an uploaded picture; a shipped one where absent or empty
 * @param number number of the shipped picture
 * @param question what is asked; a caption where blank
 * @param temperature how freely tokens are drawn; the pipeline's own where absent
 * @param seed noise of the answer; the pipeline's own where absent
 * @param speculation {@code auto}, {@code off}, {@code plain} or a preset; the pipeline's own where absent
 */
record AnswerRequest(
        @Nullable MultipartFile picture,
        @Nullable Long number,
        @Nullable String question,
        @Nullable Double temperature,
        @Nullable Long seed,
        @Nullable String speculation) {

    /**
     * The question, with what is not said as in {@code usual}.
     *
     * @throws IllegalArgumentException if there is no picture, or an option is out of range
     */
    Question asQuestion(AnswerOptions usual) throws IOException {
        Picture about = readPicture();
        Question asked =
                question == null || question.isBlank() ? Question.caption(about) : Question.about(about, question);
        AnswerOptions options = usual.at(
                temperature == null ? usual.sampling().temperature() : temperature,
                seed == null ? usual.sampling().seed() : seed);
        return asked.with(speculation == null ? options : options.with(Speculation.of(speculation)));
    }

    private Picture readPicture() throws IOException {
        if (picture != null && !picture.isEmpty()) {
            return Picture.of(picture.getBytes());
        }
        if (number == null) {
            throw new IllegalArgumentException("Choose a picture or upload one.");
        }
        return Picture.of(ShippedPictures.draw(number));
    }
}
