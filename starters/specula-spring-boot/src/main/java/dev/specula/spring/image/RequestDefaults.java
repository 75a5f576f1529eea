package dev.specula.spring.image;

import dev.specula.plan.Speculation;
import dev.specula.spring.property.DecodingProperties;
import dev.specula.spring.property.PipelineProperties;
import dev.specula.text.AnswerOptions;
import dev.specula.token.Sampling;
import java.util.concurrent.ThreadLocalRandom;

/** The options of a question that names none, from the properties of its pipeline. */
record RequestDefaults(PipelineProperties properties) {
    AnswerOptions options() {
        DecodingProperties drawn = properties.defaults();
        Long seed = drawn.seed();
        Sampling sampling = new Sampling(
                drawn.temperature(),
                drawn.topK(),
                drawn.topP(),
                drawn.repetitionPenalty(),
                seed != null ? seed : ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
        return new AnswerOptions(sampling, maxNewTokens(), speculation());
    }

    int maxNewTokens() {
        return properties.defaults().maxNewTokensOr(AnswerOptions.DEFAULT.maxNewTokens());
    }

    Speculation speculation() {
        return Speculation.of(properties.speculation());
    }
}
