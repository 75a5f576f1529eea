package dev.specula.spring.chat;

import dev.specula.plan.Speculation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.DefaultChatOptions;
import org.springframework.ai.chat.prompt.DefaultChatOptionsBuilder;

/**
 * Spring AI's portable options, and two of ours: the seed, and whether the answer is drafted.
 *
 * <pre>{@code
 * SpeculaChatOptions.builder().temperature(0.8).seed(7L).speculation(Speculation.OFF).build()
 * }</pre>
 */
public final class SpeculaChatOptions extends DefaultChatOptions {
    private final @Nullable Long seed;
    private final @Nullable Speculation speculation;

    private SpeculaChatOptions(ChatOptions portable, @Nullable Long seed, @Nullable Speculation speculation) {
        super(
                portable.getModel(),
                portable.getFrequencyPenalty(),
                portable.getMaxTokens(),
                portable.getPresencePenalty(),
                portable.getStopSequences(),
                portable.getTemperature(),
                portable.getTopK(),
                portable.getTopP());
        this.seed = seed;
        this.speculation = speculation;
    }

    /** Options that leave everything open. */
    public static Builder builder() {
        return new Builder();
    }

    /** Seed of the answer; open where absent. */
    public @Nullable Long getSeed() {
        return seed;
    }

    /** Whether and how the answer is drafted; open where absent. */
    public @Nullable Speculation speculation() {
        return speculation;
    }

    @Override
    public Builder mutate() {
        return builder().combineWith(super.mutate()).seed(seed).speculation(speculation);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpeculaChatOptions options
                && super.equals(other)
                && Objects.equals(seed, options.seed)
                && Objects.equals(speculation, options.speculation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), seed, speculation);
    }

    /** Builds options. */
    public static final class Builder extends DefaultChatOptionsBuilder<Builder> {
        private @Nullable Long seed;
        private @Nullable Speculation speculation;

        private Builder() {}

        /** Draws with {@code wanted}. */
        public Builder seed(@Nullable Long wanted) {
            seed = wanted;
            return this;
        }

        /** Drafts as {@code wanted} says. */
        public Builder speculation(@Nullable Speculation wanted) {
            speculation = wanted;
            return this;
        }

        @Override
        public Builder combineWith(ChatOptions.Builder<?> other) {
            super.combineWith(other);
            if (other instanceof Builder own) {
                seed = own.seed != null ? own.seed : seed;
                speculation = own.speculation != null ? own.speculation : speculation;
            }
            return this;
        }

        @Override
        public SpeculaChatOptions build() {
            return new SpeculaChatOptions(super.build(), seed, speculation);
        }
    }
}
