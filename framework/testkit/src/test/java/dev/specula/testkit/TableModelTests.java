package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.model.IncompatibleModelsException;
import dev.specula.noise.Law;
import dev.specula.token.Sampling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableModelTests {
    private final TableModel model = TableModel.of(5, 1);

    @Test
    void everyContextHasALawOfItsOwn() {
        Set<Double> probs = new HashSet<>();
        for (List<Integer> said : List.of(List.of(1), List.of(1, 1), List.of(1, 1, 1), List.of(2, 1), List.of(1, 2))) {
            probs.add(law(model, said).prob(0));
        }
        assertThat(probs).hasSize(5);
    }

    @Test
    void theSameSeedIsTheSameModel() {
        assertThat(law(TableModel.of(5, 1), List.of(3, 2)).prob(4))
                .isEqualTo(law(model, List.of(3, 2)).prob(4));
        assertThat(law(TableModel.of(5, 2), List.of(3, 2)).prob(4))
                .isNotEqualTo(law(model, List.of(3, 2)).prob(4));
    }

    @Test
    void aDraftModelSharesAsMuchAsItAgrees() {
        for (int token = 0; token < 5; token++) {
            double said = law(model, List.of(4)).prob(token);
            assertThat(law(model.draft(1, 9), List.of(4)).prob(token)).isCloseTo(said, offset(1e-6));
            assertThat(law(model.draft(.3, 9), List.of(4)).prob(token)).isGreaterThan(.3 * said - 1e-6);
        }
    }

    @Test
    void tokensAreLetters() {
        assertThat(model.vocabulary().encode("a bad cab")).containsExactly(0, 1, 0, 3, 2, 0, 1);
        assertThat(model.vocabulary().decode(0, 1, 4)).isEqualTo("abe");
        assertThat(model.vocabulary().id("f")).isEmpty();
        assertThat(IntStream.range(0, 5).mapToObj(model.vocabulary()::token)).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void modelsOfOtherTokensDoNotFitTogether() {
        assertThatCode(() -> IncompatibleModelsException.requireSameTokens(model, model.draft(.5, 3)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> IncompatibleModelsException.requireSameTokens(model, TableModel.of(4, 1)))
                .isInstanceOf(IncompatibleModelsException.class)
                .hasMessageContaining("token 4 is \"e\"");
        assertThatThrownBy(() -> TableModel.of(9, 1)).hasMessageContaining("2 to 8 tokens, but was asked for 9");
    }

    private static Law law(TableModel model, List<Integer> said) {
        return SlowTwin.law(model, said, 0, Sampling.at(1, 0));
    }
}
