package dev.specula.spring.chat;

import dev.specula.media.Picture;
import dev.specula.text.AnswerOptions;
import dev.specula.token.Sampling;
import dev.specula.visionlanguage.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.Media;
import org.springframework.core.io.Resource;

/**
 * A chat prompt as a question: the words of the last user message about the latest picture of the conversation. Messages
 * before it are not shown to the model, which answers one question at a time.
 */
final class ChatQuestion {
    private ChatQuestion() {}

    /**
     * The question in {@code prompt}; what its options leave open is as in {@code defaults}.
     *
     * @throws IllegalArgumentException if there is no picture or no words, or an option that cannot be honoured
     */
    static Question of(Prompt prompt, AnswerOptions defaults) {
        List<UserMessage> messages = prompt.getUserMessages();
        if (messages.isEmpty()) {
            throw new IllegalArgumentException(
                    "a prompt must hold a user message with a picture, but holds no user message.");
        }
        if (!prompt.getSystemMessages().isEmpty()) {
            throw new IllegalArgumentException("a prompt must hold user messages only, but holds a system message,"
                    + " which this model cannot follow; leave it out.");
        }
        String words = messages.get(messages.size() - 1).getText();
        Picture picture = picture(messages);
        Question question =
                words == null || words.isBlank() ? Question.caption(picture) : Question.about(picture, words);
        return question.with(options(prompt.getOptions(), defaults));
    }

    private static Picture picture(List<UserMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            List<Media> media = messages.get(i).getMedia();
            if (media.size() > 1) {
                throw new IllegalArgumentException(
                        "a message must hold one picture, but holds " + media.size() + "; ask about one at a time.");
            }
            if (!media.isEmpty()) {
                return picture(media.get(0));
            }
        }
        throw new IllegalArgumentException(
                "a prompt must hold a picture, but holds none; add it to the user message with"
                        + " UserMessage.builder().media(…).");
    }

    private static Picture picture(Media media) {
        if (!media.getMimeType().getType().equals("image")) {
            throw new IllegalArgumentException(
                    "media must be a picture (image/*), but is " + media.getMimeType() + ".");
        }
        Object data = media.getData();
        if (data instanceof byte[] bytes) {
            return Picture.of(bytes);
        }
        if (data instanceof Resource resource) {
            return picture(resource);
        }
        if (data instanceof String text && text.startsWith("file:")) {
            return Picture.of(Path.of(URI.create(text)));
        }
        throw new IllegalArgumentException(
                "a picture must be given as bytes, as a resource or as a file: address, but is given as "
                        + data.getClass().getSimpleName() + "; nothing is fetched from the network.");
    }

    private static Picture picture(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return Picture.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AnswerOptions options(@Nullable ChatOptions wanted, AnswerOptions defaults) {
        if (wanted == null) {
            return defaults;
        }
        refuse("frequencyPenalty", wanted.getFrequencyPenalty());
        refuse("presencePenalty", wanted.getPresencePenalty());
        if (wanted.getStopSequences() != null && !wanted.getStopSequences().isEmpty()) {
            throw new IllegalArgumentException("stopSequences must be empty, but are " + wanted.getStopSequences()
                    + "; this model ends by itself.");
        }
        Sampling usual = defaults.sampling();
        return new AnswerOptions(
                new Sampling(
                        or(wanted.getTemperature(), usual.temperature()),
                        or(wanted.getTopK(), usual.topK()),
                        or(wanted.getTopP(), usual.topP()),
                        usual.repetitionPenalty(),
                        wanted instanceof SpeculaChatOptions own ? or(own.getSeed(), usual.seed()) : usual.seed()),
                or(wanted.getMaxTokens(), defaults.maxNewTokens()),
                wanted instanceof SpeculaChatOptions own
                        ? or(own.speculation(), defaults.speculation())
                        : defaults.speculation());
    }

    private static void refuse(String option, @Nullable Double penalty) {
        if (penalty != null && penalty != 0) {
            throw new IllegalArgumentException(option + " must be 0 (off), but was " + penalty
                    + "; the property repetition-penalty is what this model knows.");
        }
    }

    private static <T> T or(@Nullable T wanted, T usual) {
        return wanted == null ? usual : wanted;
    }
}
