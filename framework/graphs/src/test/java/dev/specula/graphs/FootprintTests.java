package dev.specula.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelSpec;
import org.junit.jupiter.api.Test;

class FootprintTests {
    private static final ModelSpec LARGE =
            new ModelSpec("large", 49152, 32, 4096, 2048, "f32", 32_000_000_000L, 262_144);
    private static final long MUCH = 1L << 40;

    @Test
    void saysWhatAModelWillTake() {
        assertThat(new Footprint(LARGE, 0, 0))
                .hasToString("\"large\" takes 32.0 GB for weights (f32) and 536.9 MB for the cache of an answer of 2048"
                        + " columns");
    }

    @Test
    void refusesWhatCannotFit() {
        assertThatThrownBy(() -> new Footprint(LARGE, 32_500_000_000L, MUCH).requireFits())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("but there are 32.5 GB beside the heap; choose a shorter weight format");
        assertThatCode(() -> new Footprint(LARGE, 33_000_000_000L, MUCH).requireFits())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesACacheThatDirectBuffersMayNotHold() {
        assertThatThrownBy(() -> new Footprint(LARGE, MUCH, 268_435_456).requireFits())
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(
                        "536.9 MB for the cache of an answer of 2048 columns, but this virtual machine allows 268.4 MB to"
                                + " direct buffers, which hold caches; raise -XX:MaxDirectMemorySize (as much as -Xmx where it is not set), or"
                                + " choose a shorter context.");
    }

    @Test
    void knowsTheMemoryOfThisMachine() {
        assertThat(Footprint.of(LARGE).available()).isBetween(100_000_000L, 1L << 50);
        assertThat(Footprint.of(LARGE).direct()).isBetween(10_000_000L, 1L << 50);
    }
}
