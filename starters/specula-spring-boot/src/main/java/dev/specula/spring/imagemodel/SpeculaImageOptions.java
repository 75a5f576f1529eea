package dev.specula.spring.imagemodel;

import dev.specula.plan.Speculation;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.image.ImageOptions;
import org.springframework.ai.image.ImageOptionsBuilder;

/**
 * Spring AI's portable options, and ours: seed, guidance, temperature, top-k, and whether the picture is drafted. What is absent
 * is open.
 *
 * <pre>{@code
 * SpeculaImageOptions.builder().seed(7L).guidance(3.0).speculation(Speculation.OFF).build()
 * }</pre>
 */
public final class SpeculaImageOptions implements ImageOptions {
    private final ImageOptions portable;
    private final @Nullable Long seed;
    private final @Nullable Double guidance;
    private final @Nullable Double plausibility;
    private final @Nullable Double temperature;
    private final @Nullable Integer topK;
    private final @Nullable Speculation speculation;

    private SpeculaImageOptions(Builder builder) {
        this.portable = builder.portable.build();
        this.seed = builder.seed;
        this.guidance = builder.guidance;
        this.plausibility = builder.plausibility;
        this.temperature = builder.temperature;
        this.topK = builder.topK;
        this.speculation = builder.speculation;
    }

    /** Options that leave everything open. */
    public static Builder builder() {
        return new Builder();
    }

    /** Seed of the first picture; the others have the seeds after it. */
    public @Nullable Long seed() {
        return seed;
    }

    /** How much the caption counts. */
    public @Nullable Double guidance() {
        return guidance;
    }

    /** Share of the most probable code's probability that a code must have with the caption to be drawn. */
    public @Nullable Double plausibility() {
        return plausibility;
    }

    /** Divides the logits. */
    public @Nullable Double temperature() {
        return temperature;
    }

    /** Number of likeliest tokens to draw from. */
    public @Nullable Integer topK() {
        return topK;
    }

    /** Whether and how the picture is drafted. */
    public @Nullable Speculation speculation() {
        return speculation;
    }

    @Override
    public @Nullable Integer getN() {
        return portable.getN();
    }

    @Override
    public @Nullable String getModel() {
        return portable.getModel();
    }

    @Override
    public @Nullable Integer getWidth() {
        return portable.getWidth();
    }

    @Override
    public @Nullable Integer getHeight() {
        return portable.getHeight();
    }

    @Override
    public @Nullable String getResponseFormat() {
        return portable.getResponseFormat();
    }

    @Override
    public @Nullable String getStyle() {
        return portable.getStyle();
    }

    /** Builds options. */
    public static final class Builder {
        private final ImageOptionsBuilder portable = ImageOptionsBuilder.builder();
        private @Nullable Long seed;
        private @Nullable Double guidance;
        private @Nullable Double plausibility;
        private @Nullable Double temperature;
        private @Nullable Integer topK;
        private @Nullable Speculation speculation;

        private Builder() {}

        /** Draws {@code count} pictures. */
        public Builder n(int count) {
            portable.n(count);
            return this;
        }

        /** Draws pictures of this size in pixels, one of those that the model offers. */
        public Builder size(int width, int height) {
            portable.width(width).height(height);
            return this;
        }

        /** Draws with {@code wanted}. */
        public Builder seed(long wanted) {
            seed = wanted;
            return this;
        }

        /** Lets the caption count as {@code wanted} says, at least 0. */
        public Builder guidance(double wanted) {
            guidance = wanted;
            return this;
        }

        /** Draws only codes that are at least {@code wanted} times as probable with the caption as the most probable one. */
        public Builder plausibility(double wanted) {
            plausibility = wanted;
            return this;
        }

        /** Draws at the temperature {@code wanted}. */
        public Builder temperature(double wanted) {
            temperature = wanted;
            return this;
        }

        /** Draws from the {@code wanted} likeliest tokens. */
        public Builder topK(int wanted) {
            topK = wanted;
            return this;
        }

        /** Drafts as {@code wanted} says. */
        public Builder speculation(Speculation wanted) {
            speculation = wanted;
            return this;
        }

        /** The options. */
        public SpeculaImageOptions build() {
            return new SpeculaImageOptions(this);
        }
    }
}
