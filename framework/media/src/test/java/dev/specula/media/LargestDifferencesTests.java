package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints the rows of the table in docs/architectures.md that say how far prepared input is from the recorded one. */
class LargestDifferencesTests {
    @ParameterizedTest
    @ValueSource(strings = {"llava", "llava-siglip", "smolvlm", "idefics3", "vit-gpt2", "trocr"})
    void pixelsStayWithinATenThousandthOfTheReference(String name) {
        float[] found = Prepared.pixels(Prepared.tiles(name));

        print(name, "pixels", found, name + "/pixel_values.f32");
    }

    @Test
    void spectrogramsStayWithinATenThousandthOfTheReference() {
        FloatBuffer found = Prepared.spectrogram(80, 8);
        float[] all = new float[found.remaining()];
        found.get(all);

        print("whisper", "log-mel, 80 bins, 8 seconds", all, "whisper/input_features.f32");
        for (int bins : new int[] {80, 128}) {
            print(
                    "whisper",
                    "log-mel, " + bins + " bins, 30 seconds",
                    Prepared.everySecondFrame(bins),
                    "whisper/mel" + bins + "_30s.f32");
        }
    }

    private static void print(String name, String what, float[] found, String recorded) {
        double difference = Recorded.largestDifference(found, Recorded.floats(recorded));

        String written = difference == 0 ? "0" : String.format(Locale.ROOT, "%.1e", difference);
        System.out.printf("| `%s` | %s | %s |%n", name, what, written);
        assertThat(difference).isLessThanOrEqualTo(1e-4);
    }
}
