package dev.specula.samples.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InvocationTests {
    @Test
    void drawsWhatItIsGiven() {
        Invocation invocation = Invocation.of("a red star", "--out", "somewhere", "a blue ring");

        assertThat(invocation.captions()).containsExactly("a red star", "a blue ring");
        assertThat(invocation.folder()).isEqualTo("somewhere");
        assertThat(invocation.serve()).isFalse();
        assertThat(Invocation.of("--out=elsewhere").folder()).isEqualTo("elsewhere");
    }

    @Test
    void leavesPropertiesToSpringBoot() {
        Invocation invocation = Invocation.of("--serve", "--specula.text-to-image.defaults.seed=7");

        assertThat(invocation.serve()).isTrue();
        assertThat(invocation.captions()).isEmpty();
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThatThrownBy(() -> Invocation.of("--sevre")).hasMessageContaining("--sevre");
        assertThatThrownBy(() -> Invocation.of("--out")).hasMessageContaining("nothing follows");
    }

    @Test
    void namesFilesAfterWhatIsDrawn() {
        assertThat(Captions.fileName("A large red star, at the top left."))
                .isEqualTo("a-large-red-star-at-the-top-left.png");
        assertThat(Captions.fileName("…")).isEqualTo("picture.png");
        assertThat(Captions.first()).extracting(Captions::fileName).doesNotHaveDuplicates();
    }
}
