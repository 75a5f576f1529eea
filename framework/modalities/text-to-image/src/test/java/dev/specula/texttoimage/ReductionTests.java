package dev.specula.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.token.AcceptanceRule;
import dev.specula.token.BlockRejection;
import dev.specula.token.RedrawnWindow;
import dev.specula.token.Rejection;
import dev.specula.token.ReusingWindow;
import dev.specula.token.SampledDraft;
import dev.specula.token.Source;
import dev.specula.token.WindowStart;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that are speculative Jacobi decoding where their own part is switched off: token for token. */
class ReductionTests {
    private static final int SEEDS = 60;

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("groups of one", new GroupRejection(ToyRounds.TARGET, 0, .15, 100)),
                rule("groups of equal probability", new GroupRejection(ToyRounds.TARGET, 7, 0, 100)),
                rule("groups of no radius", new GroupRejection(ToyRounds.TARGET, 7, 1, 0)),
                rule("no phrases, published", new PhraseRejection(PhraseLibrary.EMPTY)),
                rule("no phrases, blocks", new PhraseBlockRejection(PhraseLibrary.EMPTY)));
    }

    private static Arguments rule(String name, AcceptanceRule<SampledDraft> rule) {
        return Arguments.of(name, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rulesReduceToTheRatioRule(String name, AcceptanceRule<SampledDraft> rule) {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(ToyRounds.answer(new RedrawnWindow(), rule, 6, seed).tokens())
                    .as(name)
                    .isEqualTo(plain(6, seed));
        }
    }

    @Test
    void blocksOfOneReduceToTheRatioRule() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(ToyRounds.answer(new RedrawnWindow(), new BlockRejection(), 1, seed)
                            .tokens())
                    .isEqualTo(plain(1, seed));
        }
    }

    @Test
    void reuseAboveInfinityReducesToRedrawing() {
        Supplier<Source<SampledDraft>> window =
                () -> new ReusingWindow(Double.POSITIVE_INFINITY, WindowStart.ANY_TOKEN);
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(ToyRounds.answer(window.get(), new Rejection(), 6, seed).tokens())
                    .isEqualTo(plain(6, seed));
        }
    }

    @Test
    void largerGroupsKeepMore() {
        assertThat(rounds(new GroupRejection(ToyRounds.TARGET, 3, .6, 100))).isLessThan(rounds(new Rejection()));
    }

    @Test
    void blocksKeepMore() {
        assertThat(rounds(new BlockRejection())).isLessThanOrEqualTo(rounds(new Rejection()));
    }

    private static long rounds(AcceptanceRule<SampledDraft> rule) {
        long rounds = 0;
        for (int seed = 0; seed < 4 * SEEDS; seed++) {
            rounds += ToyRounds.answer(new RedrawnWindow(), rule, 6, seed)
                    .report()
                    .rounds();
        }
        return rounds;
    }

    private static int[] plain(int window, long seed) {
        return ToyRounds.answer(new RedrawnWindow(), new Rejection(), window, seed)
                .tokens();
    }
}
