package dev.specula.benchmarks.published;

import com.google.gson.JsonObject;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.util.ArrayList;
import java.util.List;

/** How near a weight format comes to 32-bit floats: what it makes of the answers that those gave, place by place. */
final class Likeness {
    private static final int TOKENS = 128;
    private static final int SAMPLES = 4; // of each prompt
    private static final double TEMPERATURE = 0.8;
    private static final int ROWS = 16; // of a pass

    private final List<Answer> answers = new ArrayList<>();

    /** An answer, and the logits that the exact model has at each of its places. */
    private static final class Answer {
        private final int[] prompt;
        private final int[] tokens;
        private final List<float[]> logits;

        Answer(CausalModel exact, int[] prompt, int[] tokens) {
            this.prompt = prompt;
            this.tokens = tokens;
            this.logits = Likeness.logits(exact, prompt, tokens);
        }
    }

    /** What {@code exact} says to the prompts. */
    Likeness(CausalModel exact) {
        LookupDecoder decoder = new LookupDecoder(exact);
        for (TextPrompt wanted : TextPrompt.values()) {
            int[] prompt = wanted.tokens(exact);
            for (int seed = 1; seed <= SAMPLES; seed++) {
                int[] tokens = decoder.reference(prompt, Sampling.at(TEMPERATURE, seed), TOKENS)
                        .tokens();
                answers.add(new Answer(exact, prompt, tokens));
            }
        }
    }

    /** Of {@code model}: its mean divergence from the exact laws at temperature 1, and the share of places with the same likeliest token. */
    JsonObject of(CausalModel model) {
        double divergence = 0;
        int same = 0;
        int places = 0;
        for (Answer answer : answers) {
            List<float[]> found = logits(model, answer.prompt, answer.tokens);
            for (int place = 0; place < found.size(); place++) {
                float[] exact = answer.logits.get(place);
                divergence += divergence(exact, found.get(place));
                same += highest(exact) == highest(found.get(place)) ? 1 : 0;
                places++;
            }
        }
        JsonObject result = new JsonObject();
        result.addProperty("places", places);
        result.addProperty("divergence", divergence / places);
        result.addProperty("sameLikeliest", same / (double) places);
        return result;
    }

    private static List<float[]> logits(CausalModel model, int[] prompt, int[] tokens) {
        List<float[]> logits = new ArrayList<>();
        try (Sequence sequence = model.open(Prompt.of(prompt), Sampling.GREEDY, Passes.EXACT)) {
            Draft chain = new Draft(1);
            for (int from = 0; from < tokens.length; from += ROWS) {
                int count = Math.min(ROWS, tokens.length - from);
                chain.restart(sequence);
                for (int i = 0; i < count - 1; i++) {
                    chain.add(chain.last(), tokens[from + i]);
                }
                Pass pass = sequence.pass(chain);
                for (int i = 0; i < count; i++) {
                    float[] row = new float[sequence.vocabulary()];
                    pass.logits(i, 0, row);
                    logits.add(row);
                }
                sequence.rewindTo(sequence.length());
                for (int i = 0; i < count; i++) {
                    sequence.append(new int[] {tokens[from + i]});
                }
            }
        }
        return logits;
    }

    /** Kullback and Leibler's, in nats. */
    private static double divergence(float[] exact, float[] found) {
        double exactTotal = logOfTotal(exact);
        double foundTotal = logOfTotal(found);
        double divergence = 0;
        for (int token = 0; token < exact.length; token++) {
            double log = exact[token] - exactTotal;
            divergence += Math.exp(log) * (log - found[token] + foundTotal);
        }
        return divergence;
    }

    private static double logOfTotal(float[] logits) {
        float largest = logits[highest(logits)];
        double total = 0;
        for (float logit : logits) {
            total += Math.exp(logit - largest);
        }
        return largest + Math.log(total);
    }

    private static int highest(float[] logits) {
        int highest = 0;
        for (int token = 1; token < logits.length; token++) {
            highest = logits[token] > logits[highest] ? token : highest;
        }
        return highest;
    }
}
