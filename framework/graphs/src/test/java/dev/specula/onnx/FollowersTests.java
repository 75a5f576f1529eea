package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Followers;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import org.junit.jupiter.api.Test;

class FollowersTests {
    @Test
    void areWhatTheModelIsSureOfAfterALineBreakAndTheToken() {
        try (CausalModel model = Fixture.of("llama").load(WeightFormat.F32)) {
            Followers followers = model.followers();
            int[] line = model.vocabulary().encode("\n");
            int sure = 0;
            int unsure = 0;
            assertThat(followers.size()).isEqualTo(model.vocabulary().size());
            for (int token = 0; token < followers.size(); token++) {
                float[] logits = logitsAfter(model, line[0], token);
                int argmax = argmax(logits);
                double probability = probability(logits, argmax);
                if (Math.abs(probability - 0.1) > 1e-4) { // nearer than that, rounding may decide
                    assertThat(followers.after(token)).isEqualTo(probability > 0.1 ? argmax : Draft.NONE);
                    sure += probability > 0.1 ? 1 : 0;
                    unsure += probability > 0.1 ? 0 : 1;
                }
            }
            assertThat(line).hasSize(1);
            assertThat(sure).isGreaterThan(40);
            assertThat(unsure).isGreaterThan(40);
            assertThat(model.followers()).isSameAs(followers);
        }
    }

    @Test
    void thereAreNoneWhereAnswersNeedWhatAnEncoderHeard() {
        try (CausalModel model = Fixture.of("whisper").load(WeightFormat.F32)) {
            assertThat(model.followers().size()).isZero();
        }
    }

    private static float[] logitsAfter(CausalModel model, int... tokens) {
        float[] logits = new float[model.spec().vocabulary()];
        try (OnnxSequence sequence = (OnnxSequence) model.open(Prompt.of(tokens), Sampling.GREEDY, Passes.EXACT)) {
            Draft none = new Draft(1);
            none.restart(sequence);
            sequence.pass(none).logits(0, 0, logits);
        }
        return logits;
    }

    private static int argmax(float[] logits) {
        int argmax = 0;
        for (int token = 1; token < logits.length; token++) {
            argmax = logits[token] > logits[argmax] ? token : argmax;
        }
        return argmax;
    }

    private static double probability(float[] logits, int token) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[token]);
        }
        return 1 / sum;
    }
}
