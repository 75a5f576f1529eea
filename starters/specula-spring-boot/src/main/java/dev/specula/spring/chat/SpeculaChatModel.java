package dev.specula.spring.chat;

import dev.specula.report.Finish;
import dev.specula.text.Answer;
import dev.specula.text.AnswerOptions;
import dev.specula.token.Sampling;
import dev.specula.visionlanguage.ImageToText;
import dev.specula.visionlanguage.Question;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.observation.ChatModelObservationConvention;
import org.springframework.ai.chat.observation.ChatModelObservationDocumentation;
import org.springframework.ai.chat.observation.DefaultChatModelObservationConvention;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * Spring AI's chat model over a pipeline: a user message with one picture in, text out. A stream that is cancelled stops the
 * answer within a round; its last element holds usage and finish reason, and no text. Thread-safe.
 */
public final class SpeculaChatModel implements ChatModel {
    private static final String PROVIDER = "specula";
    private static final ChatModelObservationConvention USUAL = new DefaultChatModelObservationConvention();

    private final ImageToText pictures;
    private final ObservationRegistry observations;
    private final ChatModelObservationConvention convention;

    /** Chats about pictures with {@code pictures}, observed as Spring AI observes its models. */
    public SpeculaChatModel(
            ImageToText pictures, ObservationRegistry observations, ChatModelObservationConvention convention) {
        this.pictures = pictures;
        this.observations = observations;
        this.convention = convention;
    }

    /** Chats about pictures with {@code pictures}, unobserved. */
    public SpeculaChatModel(ImageToText pictures) {
        this(pictures, ObservationRegistry.NOOP, USUAL);
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        ChatModelObservationContext context = context(withOptions(prompt), false);
        Observation observation = observation(context);
        return Objects.requireNonNull(observation.observe(() -> {
            Answer answer = pictures.answer(ChatQuestion.of(prompt, pictures.options()));
            ChatResponse response = response(answer.text(), answer);
            context.setResponse(response);
            return response;
        }));
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.deferContextual(view -> {
            ChatModelObservationContext context = context(withOptions(prompt), true);
            Observation observation = observation(context)
                    .parentObservation(view.getOrDefault(ObservationThreadLocalAccessor.KEY, null))
                    .start();
            return Flux.<ChatResponse>create(sink -> answer(prompt, sink, context))
                    .subscribeOn(Schedulers.boundedElastic())
                    .doOnError(observation::error)
                    .doFinally(signal -> observation.stop())
                    .contextWrite(inner -> inner.put(ObservationThreadLocalAccessor.KEY, observation));
        });
    }

    private void answer(Prompt prompt, FluxSink<ChatResponse> sink, ChatModelObservationContext context) {
        try {
            Question question = ChatQuestion.of(prompt, pictures.options());
            Answer answer = pictures.answer(question, (text, origin) -> {
                sink.next(new ChatResponse(List.of(new Generation(new AssistantMessage(text)))));
                return !sink.isCancelled();
            });
            ChatResponse last = response("", answer);
            context.setResponse(last);
            sink.next(last);
            sink.complete();
        } catch (CancellationException nobodyListens) {
            sink.complete();
        }
    }

    private ChatResponse response(String text, Answer answer) {
        ChatGenerationMetadata finish = ChatGenerationMetadata.builder()
                .finishReason(finishReason(answer.finish()))
                .build();
        ChatResponseMetadata metadata = ChatResponseMetadata.builder()
                .model(model())
                .usage(new DefaultUsage(answer.promptTokens(), answer.length()))
                .keyValue("specula.rounds", answer.report().rounds())
                .keyValue("specula.draft.tokens", answer.report().drafted())
                .keyValue("specula.accepted.tokens", answer.report().kept())
                .build();
        return new ChatResponse(List.of(new Generation(new AssistantMessage(text), finish)), metadata);
    }

    private static String finishReason(Finish finish) {
        return switch (finish) {
            case END -> "stop";
            case LENGTH -> "length";
            case CANCELLED -> "cancelled";
        };
    }

    private String model() {
        return pictures.models().isEmpty()
                ? pictures.description().name()
                : pictures.models().get(0).name();
    }

    @Override
    public ChatOptions getOptions() {
        AnswerOptions usual = pictures.options();
        Sampling sampling = usual.sampling();
        return SpeculaChatOptions.builder()
                .model(model())
                .temperature(sampling.temperature())
                .topK(sampling.topK())
                .topP(sampling.topP())
                .maxTokens(usual.maxNewTokens())
                .speculation(usual.speculation())
                .build();
    }

    private Prompt withOptions(Prompt prompt) {
        return prompt.getOptions() != null ? prompt : new Prompt(prompt.getInstructions(), getOptions());
    }

    private static ChatModelObservationContext context(Prompt prompt, boolean streaming) {
        return ChatModelObservationContext.builder()
                .prompt(prompt)
                .provider(PROVIDER)
                .streaming(streaming)
                .build();
    }

    private Observation observation(ChatModelObservationContext context) {
        return ChatModelObservationDocumentation.CHAT_MODEL_OPERATION.observation(
                convention, USUAL, () -> context, observations);
    }
}
