package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import dev.specula.blocks.tokens.SpecialToken;
import dev.specula.training.data.Packed;
import dev.specula.training.data.TokenWeights;
import dev.specula.training.data.Turn;
import dev.specula.training.model.Rotation;
import dev.specula.training.model.TargetModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a target itself says. Jacobi decoding (Santilli et al. 2023): every place is predicted from the last guess of all
 * before it, starting at the perfect answer, until nothing changes. A good target needs few passes, and all turns of a
 * batch go through each pass together. Sampling is the same with Gumbel noise that is a function of the place.
 */
final class OwnAnswers {

    private static final int LONGER = 8; // places beyond the perfect answer
    private static final double GREEDY = 0;

    private final TargetModel model;
    private final NDManager manager;
    private final TokenWeights even;
    private final Rotation rotation;
    private final int mostPasses;

    /** After {@code mostPasses} an answer is taken as it stands; 96 is as good as no limit. */
    OwnAnswers(TargetModel model, NDManager manager, int mostPasses) {
        this.model = model;
        this.manager = manager;
        this.even = TokenWeights.even(model.decoder().shape().vocabulary());
        this.rotation = new Rotation(model.decoder().shape().headSize());
        this.mostPasses = mostPasses;
    }

    /** The turns with the answers of arg-max decoding; {@code rows (batch, 16, width)} are their pictures'. */
    List<List<Turn>> greedy(NDArray rows, List<List<Turn>> turns) {
        return settled(rows, turns, GREEDY, 0);
    }

    /** The turns with answers sampled at {@code temperature}. */
    List<List<Turn>> sampled(NDArray rows, List<List<Turn>> turns, double temperature, long seed) {
        return settled(rows, turns, temperature, seed);
    }

    /** {@code turns} as the target meets them, behind {@code rows (batch, 16, width)}. */
    Packed packed(List<List<Turn>> turns, NDArray rows) {
        return Packed.of(turns, Math.toIntExact(rows.getShape().get(1)), even, rotation);
    }

    private List<List<Turn>> settled(NDArray rows, List<List<Turn>> turns, double temperature, long seed) {
        List<List<Turn>> guess = turns.stream()
                .map(sequence -> sequence.stream().map(OwnAnswers::lengthened).toList())
                .toList();
        for (int pass = 0; pass < mostPasses; pass++) {
            List<List<Turn>> said = pass(rows, guess, temperature, seed);
            boolean settled = same(said, guess);
            guess = said;
            if (settled) {
                break;
            }
        }
        return guess.stream()
                .map(sequence -> sequence.stream().map(OwnAnswers::ended).toList())
                .toList();
    }

    private List<List<Turn>> pass(NDArray rows, List<List<Turn>> guess, double temperature, long seed) {
        Packed packed = packed(guess, rows);
        long[] said;
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray logits = model.logits(rows, Feed.ids(packed, manager), Feed.placement(packed, manager));
            if (temperature > GREEDY) {
                logits = logits.div(temperature).add(noise(packed, guess, seed));
            }
            said = logits.argMax(2).toLongArray();
        }
        int[] places = packed.predicting();
        List<List<Turn>> answered = new ArrayList<>();
        int next = 0;
        for (List<Turn> sequence : guess) {
            List<Turn> turns = new ArrayList<>();
            for (Turn turn : sequence) {
                int[] answer = new int[turn.answer().length];
                for (int offset = 0; offset < answer.length; offset++) {
                    answer[offset] = (int) said[places[next++]];
                }
                turns.add(new Turn(turn.prompt(), answer));
            }
            answered.add(turns);
        }
        return answered;
    }

    /** Gumbel noise {@code (batch, length, vocabulary)}: the same for the same seed, turn and place of the answer. */
    private NDArray noise(Packed packed, List<List<Turn>> guess, long seed) {
        int vocabulary = model.decoder().shape().vocabulary();
        float[] noise = new float[packed.ids().length * vocabulary];
        int[] places = packed.predicting();
        int next = 0;
        long turnNumber = 0;
        for (List<Turn> sequence : guess) {
            for (Turn turn : sequence) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + turnNumber++);
                for (int offset = 0; offset < turn.answer().length; offset++) {
                    int at = places[next++] * vocabulary;
                    for (int token = 0; token < vocabulary; token++) {
                        noise[at + token] = (float) -Math.log(-Math.log(random.nextDouble() + 1e-300));
                    }
                }
            }
        }
        return manager.create(noise, new Shape(packed.sequences(), packed.length(), vocabulary));
    }

    private static Turn lengthened(Turn turn) {
        return new Turn(turn.prompt(), Arrays.copyOf(turn.answer(), turn.answer().length + LONGER));
    }

    /** Cuts what stands behind the first end. */
    private static Turn ended(Turn turn) {
        int[] answer = turn.answer();
        for (int offset = 0; offset < answer.length; offset++) {
            if (answer[offset] == SpecialToken.END.id()) {
                return new Turn(turn.prompt(), Arrays.copyOf(answer, offset + 1));
            }
        }
        return turn;
    }

    private static boolean same(List<List<Turn>> left, List<List<Turn>> right) {
        for (int sequence = 0; sequence < left.size(); sequence++) {
            for (int turn = 0; turn < left.get(sequence).size(); turn++) {
                int[] leftAnswer = ended(left.get(sequence).get(turn)).answer();
                int[] rightAnswer = ended(right.get(sequence).get(turn)).answer();
                if (!Arrays.equals(leftAnswer, rightAnswer)) {
                    return false;
                }
            }
        }
        return true;
    }
}
