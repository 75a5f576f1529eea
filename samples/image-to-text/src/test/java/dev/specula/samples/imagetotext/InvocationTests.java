package dev.specula.samples.imagetotext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvocationTests {
    @Test
    void captionsWhatItIsGiven() {
        Invocation invocation = Invocation.of("a.png", "b.jpg");

        assertThat(invocation.pictures()).containsExactly("a.png", "b.jpg");
        assertThat(invocation.question()).isEmpty();
        assertThat(invocation.serve()).isFalse();
    }

    @Test
    void takesAQuestionInBothSpellings() {
        assertThat(Invocation.of("--question", "how many?", "a.png").question()).hasValue("how many?");
        assertThat(Invocation.of("--question=how many?").question()).hasValue("how many?");
        assertThat(Invocation.of("--question", "how many?", "a.png").pictures()).containsExactly("a.png");
    }

    @Test
    void leavesPropertiesToSpringBoot() {
        Invocation invocation = Invocation.of("--serve", "--specula.image.defaults.temperature=0.8");

        assertThat(invocation.serve()).isTrue();
        assertThat(invocation.pictures()).isEmpty();
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThatThrownBy(() -> Invocation.of("--sevre")).hasMessageContaining("--sevre");
        assertThatThrownBy(() -> Invocation.of("--question")).hasMessageContaining("nothing follows");
    }
}
