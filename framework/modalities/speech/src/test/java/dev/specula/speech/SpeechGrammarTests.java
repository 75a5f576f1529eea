package dev.specula.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.token.LogitLaw;
import dev.specula.token.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of decoding leave exactly the tokens that a direct reading of the whole history leaves. */
class SpeechGrammarTests {
    private static final SpeechTokens TOKENS = new SpeechTokens(ToyModel.target());
    private static final int FIRST = ToyVocabulary.FIRST_TIMESTAMP;

    @ParameterizedTest
    @EnumSource(Timestamps.class)
    void leavesWhatADirectReadingOfTheHistoryLeaves(Timestamps timestamps) {
        SpeechGrammar grammar = new SpeechGrammar(TOKENS, timestamps);
        Random random = new Random(5);
        for (int trial = 0; trial < 4000; trial++) {
            List<Integer> history = history(random);
            float[] logits = logits(random);

            assertThat(left(grammar, history, logits))
                    .as("after %s", history)
                    .isEqualTo(Direct.left(history, logits, timestamps));
        }
    }

    @Test
    void beginsWithATimestampOfTheFirstSecond() {
        NavigableSet<Integer> left =
                left(new SpeechGrammar(TOKENS, Timestamps.SEGMENTS), List.of(), new float[TOKENS.size()]);

        assertThat(left.first()).isEqualTo(FIRST);
        assertThat(left.last()).isEqualTo(FIRST + 50);
    }

    @Test
    void closesASegmentBeforeTheNextOneStarts() {
        SpeechGrammar grammar = new SpeechGrammar(TOKENS, Timestamps.SEGMENTS);
        List<Integer> ended = List.of(FIRST, ToyVocabulary.WORDS, FIRST + 7);
        List<Integer> started = List.of(FIRST, ToyVocabulary.WORDS, FIRST + 7, FIRST + 7);
        float[] likeWords = new float[TOKENS.size()];
        for (int token = FIRST; token < likeWords.length; token++) {
            likeWords[token] = -20;
        }

        assertThat(left(grammar, ended, likeWords)).contains(ToyVocabulary.END, FIRST + 7, FIRST + 8);
        assertThat(left(grammar, ended, likeWords)).doesNotContain(ToyVocabulary.WORDS, FIRST + 6);
        assertThat(left(grammar, started, likeWords)).contains(ToyVocabulary.WORDS);
        assertThat(left(grammar, started, likeWords)).allMatch(token -> token < FIRST);
    }

    @Test
    void takesATimestampWhereAllOfThemOutweighTheLikeliestWord() {
        SpeechGrammar grammar = new SpeechGrammar(TOKENS, Timestamps.SEGMENTS);
        List<Integer> words = List.of(FIRST, ToyVocabulary.WORDS);
        float[] logits = new float[TOKENS.size()];
        logits[ToyVocabulary.WORDS] = (float) Math.log(99); // 100 timestamps after the first are left

        assertThat(left(grammar, words, logits)).allMatch(token -> token > FIRST);

        logits[ToyVocabulary.WORDS] = (float) Math.log(101);
        assertThat(left(grammar, words, logits)).contains(ToyVocabulary.WORDS);
    }

    @Test
    void neverSaysMarksOfThePromptWhateverACheckpointLists() {
        assertThat(TOKENS.neverSaid())
                .contains(ToyVocabulary.BRACKET, ToyVocabulary.START, ToyVocabulary.PREVIOUS, ToyVocabulary.TRANSCRIBE);
    }

    /** A history that is mostly as the rules want it, and sometimes as only a draft writes it. */
    private static List<Integer> history(Random random) {
        List<Integer> history = new ArrayList<>();
        int length = random.nextInt(7);
        while (history.size() < length) {
            boolean timestamp = random.nextInt(2) == 0;
            history.add(timestamp ? FIRST + random.nextInt(60) : random.nextInt(FIRST));
        }
        return history;
    }

    private static float[] logits(Random random) {
        float[] logits = new float[TOKENS.size()];
        double tilt = random.nextInt(3) * 3 - 3.0;
        for (int token = 0; token < logits.length; token++) {
            logits[token] = (float) (2 * random.nextGaussian() + (token >= FIRST ? tilt : 0));
        }
        return logits;
    }

    private static NavigableSet<Integer> left(SpeechGrammar grammar, List<Integer> history, float[] logits) {
        int state = grammar.start();
        for (int token : history) {
            state = grammar.after(state, new int[] {token});
        }
        LogitLaw law = new LogitLaw();
        System.arraycopy(logits, 0, law.row(logits.length), 0, logits.length);
        grammar.restrict(state, 0, law);
        law.shape(Sampling.at(1, 0));
        NavigableSet<Integer> left = new TreeSet<>();
        for (int i = 0; i < law.support(); i++) {
            left.add(law.supported(i));
        }
        return left;
    }

    /** The rules as their authors state them, over a list of tokens. */
    private static final class Direct {
        static NavigableSet<Integer> left(List<Integer> history, float[] logits, Timestamps timestamps) {
            float[] row = logits.clone();
            for (int token : TOKENS.neverSaid()) {
                take(row, token, token + 1);
            }
            if (history.isEmpty()) {
                take(row, ToyVocabulary.SPACE, ToyVocabulary.SPACE + 1);
                take(row, ToyVocabulary.END, ToyVocabulary.END + 1);
            }
            if (timestamps == Timestamps.SEGMENTS) {
                pairs(history, row);
                double all = 0;
                double best = 0;
                for (int token = 0; token < row.length; token++) {
                    double weight = Math.exp(row[token]);
                    all += token >= FIRST ? weight : 0;
                    best = token < FIRST ? Math.max(best, weight) : best;
                }
                if (all > best) {
                    take(row, 0, FIRST);
                }
            }
            NavigableSet<Integer> left = new TreeSet<>();
            IntStream.range(0, row.length)
                    .filter(token -> row[token] > Float.NEGATIVE_INFINITY)
                    .forEach(left::add);
            return left;
        }

        private static void pairs(List<Integer> history, float[] row) {
            take(row, ToyVocabulary.WITHOUT_TIMESTAMPS, FIRST);
            int length = history.size();
            boolean last = length > 0 && history.get(length - 1) >= FIRST;
            boolean beforeLast = length < 2 || history.get(length - 2) >= FIRST;
            if (last && beforeLast) {
                take(row, FIRST, row.length);
            } else if (last) {
                take(row, 0, ToyVocabulary.END);
            }
            int latest = history.stream().filter(token -> token >= FIRST).reduce(FIRST - 1, (a, b) -> b);
            if (latest >= FIRST) {
                take(row, FIRST, last && !beforeLast ? latest : latest + 1);
            }
            if (history.isEmpty()) {
                take(row, 0, FIRST);
                take(row, FIRST + 51, row.length);
            }
        }

        private static void take(float[] row, int from, int to) {
            for (int token = from; token < to; token++) {
                row[token] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
