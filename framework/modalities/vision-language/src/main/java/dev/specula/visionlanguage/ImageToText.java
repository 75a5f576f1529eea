package dev.specula.visionlanguage;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.media.Picture;
import dev.specula.plan.Described;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.text.TextListener;

/**
 * Answers questions about pictures. Thread-safe; an answer is computed on the thread that asks.
 *
 * <pre>{@code
 * Answer answer = pictures.answer(Question.about(Picture.of(path), "how many squares are there?"));
 * }</pre>
 *
 * <p>What is refused, with {@link IllegalArgumentException}: an empty question ({@code Question.about(picture, " ")}), options
 * out of range, a preset that does not exist.
 */
@Contract(
        accepts = {Modality.IMAGE, Modality.TEXT},
        emits = Modality.TEXT,
        pipeline = ImageToTextPipeline.class)
public interface ImageToText extends Described {
    /**
     * How a question is answered that says nothing of it, its options being {@link AnswerOptions#DEFAULT} itself; where one
     * thing is to be different, start from these.
     */
    default AnswerOptions options() {
        return AnswerOptions.DEFAULT;
    }

    /**
     * Answers while {@code listener} hears the words as they are said. The answer stops within a round when the listener wants
     * no more or the thread is interrupted (which stays so); what was said until then is returned and marked as partial.
     *
     * @throws QuestionTooLongException if picture and words leave no room for an answer
     */
    Answer answer(Question question, TextListener listener);

    /** Answers in one piece. */
    default Answer answer(Question question) {
        return answer(question, TextListener.NONE);
    }

    /** Describes {@code picture} with default options. */
    default Answer caption(Picture picture) {
        return answer(Question.caption(picture));
    }
}
