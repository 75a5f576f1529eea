package dev.specula.testkit;

import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.token.Ending;
import dev.specula.token.Grammar;
import dev.specula.token.LogitRow;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Decoding straight from the formula: one column after the other, each from the law of the whole context, without cache,
 * draft or scratch. What every fast path has to agree with.
 */
public final class SlowTwin {
    private SlowTwin() {}

    /** The answer of {@code model}, column after column. */
    public static List<Integer> answer(TableModel model, Prompt prompt, Sampling sampling, Ending ending) {
        Noise noise = Noise.seeded(sampling.seed());
        List<Integer> said = new ArrayList<>();
        int[] drawn = new int[1];
        for (int column = 0; column < ending.maxColumns(); column++) {
            int position = prompt.length() + column;
            List<Integer> context = List.copyOf(said);
            for (int lane = 0; lane < model.lanes(); lane++) {
                // The draw of several keeps no bound and takes no shortcut.
                noise.draw(Noise.Use.TOKEN, law(model, prompt, context, lane, sampling), position, lane, 1, drawn);
                said.add(drawn[0]);
            }
            if (ending.isEnd(said.get(context.size()))) {
                break;
            }
        }
        return List.copyOf(said);
    }

    /** The law of lane {@code lane} of the column after {@code said}, which holds column after column of no prompt. */
    public static Law law(TableModel model, List<Integer> said, int lane, Sampling sampling) {
        return PlainLaw.of(logits(model, said, lane), token -> sampling.penalises() && said.contains(token), sampling);
    }

    /**
     * The law of lane {@code lane} of the column after {@code prompt} and {@code answer}, which holds column after column:
     * guided and restricted as the prompt asks.
     */
    public static Law law(TableModel model, Prompt prompt, List<Integer> answer, int lane, Sampling sampling) {
        List<Integer> said = joined(prompt, answer);
        float[] logits = logits(model, said, lane);
        float[] conditional = logits.clone();
        Prompt without = prompt.unconditional();
        if (without != null) {
            float[] base = logits(model, joined(without, answer), lane);
            for (int token = 0; token < base.length; token++) {
                logits[token] = base[token] + (float) prompt.guidance().scale() * (logits[token] - base[token]);
            }
        }
        Grammar grammar = prompt.grammar();
        int state = grammar.start();
        for (int i = 0; i + prompt.lanes() <= answer.size(); i += prompt.lanes()) {
            state = grammar.after(
                    state,
                    answer.subList(i, i + prompt.lanes()).stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
        grammar.restrict(state, lane, new PlainRow(logits));
        if (without != null) {
            cutImplausible(logits, conditional, prompt.guidance().plausibility());
        }
        return PlainLaw.of(logits, token -> sampling.penalises() && said.contains(token), sampling);
    }

    private static void cutImplausible(float[] logits, float[] conditional, double plausibility) {
        double highest = IntStream.range(0, logits.length)
                .filter(token -> logits[token] != Float.NEGATIVE_INFINITY)
                .mapToDouble(token -> conditional[token])
                .max()
                .orElseThrow();
        for (int token = 0; token < logits.length; token++) {
            if (Math.exp(conditional[token] - highest) < plausibility) {
                logits[token] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private static float[] logits(TableModel model, List<Integer> said, int lane) {
        long context = TableModel.NOTHING;
        for (int i = 0; i < said.size(); i++) {
            context = TableModel.after(context, i / model.lanes(), i % model.lanes(), said.get(i));
        }
        float[] logits = new float[model.tokens()];
        model.logits(context, lane, logits);
        return logits;
    }

    /** The law of the answers of {@code columns} columns that begin with {@code begun}: their probabilities given it. */
    public static Map<List<Integer>, Double> answers(
            TableModel model, Prompt prompt, Sampling sampling, int columns, List<Integer> begun) {
        Map<List<Integer>, Double> law = new HashMap<>();
        goOn(model, prompt, begun, sampling, columns, 1, law);
        return law;
    }

    private static void goOn(
            TableModel model,
            Prompt prompt,
            List<Integer> said,
            Sampling sampling,
            int columns,
            double prob,
            Map<List<Integer>, Double> law) {
        if (said.size() == columns) {
            law.merge(said, prob, Double::sum);
            return;
        }
        Law next = law(model, prompt, said, 0, sampling);
        for (int token = 0; token < next.size(); token++) {
            if (next.prob(token) > 0) {
                List<Integer> longer = new ArrayList<>(said);
                longer.add(token);
                goOn(model, prompt, List.copyOf(longer), sampling, columns, prob * next.prob(token), law);
            }
        }
    }

    private static List<Integer> joined(Prompt prompt, List<Integer> answer) {
        List<Integer> tokens = new ArrayList<>();
        for (int column = 0; column < prompt.length(); column++) {
            for (int lane = 0; lane < prompt.lanes(); lane++) {
                tokens.add(prompt.token(column, lane));
            }
        }
        tokens.addAll(answer);
        return tokens;
    }

    private static final class PlainRow implements LogitRow {
        private final float[] logits;

        PlainRow(float[] logits) {
            this.logits = logits;
        }

        @Override
        public void only(int from, int to) {
            for (int token = 0; token < logits.length; token++) {
                if (token < from || token >= to) {
                    logits[token] = Float.NEGATIVE_INFINITY;
                }
            }
        }

        @Override
        public void without(int from, int to) {
            for (int token = from; token < to; token++) {
                logits[token] = Float.NEGATIVE_INFINITY;
            }
        }

        @Override
        public float highest(int from, int to) {
            return (float) IntStream.range(from, to)
                    .mapToDouble(token -> logits[token])
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY);
        }

        @Override
        public boolean outweigh(int from, int to, float logit) {
            return IntStream.range(from, to)
                            .mapToDouble(token -> Math.exp(logits[token]))
                            .sum()
                    > Math.exp(logit);
        }
    }
}
