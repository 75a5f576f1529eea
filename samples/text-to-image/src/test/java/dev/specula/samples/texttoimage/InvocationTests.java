package dev.specula.samples.texttoimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
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
        FileNames names = new FileNames();

        assertThat(names.of("A large red star, at the top left.")).isEqualTo("a-large-red-star-at-the-top-left.png");
        assertThat(names.of("…")).isEqualTo("picture.png");
    }

    @Test
    void givesNoNameTwice() {
        FileNames names = new FileNames();
        String long60 = "draw a small blue ring at the centre and a big yellow moon at";

        assertThat(Stream.of(long60 + " the bottom left", long60 + " the bottom right", "…", "。")
                        .map(names::of))
                .doesNotHaveDuplicates()
                .contains("picture.png", "picture-2.png");
    }
}
