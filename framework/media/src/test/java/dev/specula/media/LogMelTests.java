package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sounds are heard as the reference front end of Whisper hears them. */
class LogMelTests {
    @Test
    void givesTheSpectrogramOfTheReference() {
        FloatBuffer found = Prepared.spectrogram(80, 8);
        float[] all = new float[found.remaining()];
        found.get(all);

        assertThat(Recorded.largestDifference(all, Recorded.floats("whisper/input_features.f32")))
                .isLessThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"80, -0.6913745403289795", "128, -0.6313498020172119"})
    void givesTheSpectrogramOfWindowsOfThirtySeconds(int bins, float silence) {
        FloatBuffer found = Prepared.spectrogram(bins, 30);

        float[] expected = Recorded.floats("whisper/mel" + bins + "_30s.f32");
        assertThat(Recorded.largestDifference(Prepared.everySecondFrame(bins), expected))
                .isLessThan(1e-4);
        assertThat(Math.abs(found.get(2999) - silence)).isLessThan(1e-4f);
    }

    @Test
    void weighsFrequenciesAsTheReferenceDoes() {
        MelBands bands = new MelBands(80, 201, LogMel.RATE);
        float[] found = new float[201 * 80];
        for (int frequency = 0; frequency < 201; frequency++) {
            for (int bin = 0; bin < 80; bin++) {
                found[frequency * 80 + bin] = (float) bands.weight(bin, frequency);
            }
        }

        assertThat(Recorded.largestDifference(found, Recorded.floats("whisper/mel_filters_80.f32")))
                .isLessThan(1e-7);
    }

    @Test
    void hearsSilenceAsTheSameEverywhere() {
        FloatBuffer found = new LogMel(80, 1).of(new float[0]);
        float[] all = new float[found.remaining()];
        found.get(all);

        float[] same = new float[80 * 100];
        Arrays.fill(same, -1.5f);
        assertThat(all).isEqualTo(same);
    }

    @Test
    void cutsSoundThatIsTooLong() {
        float[] sound = new float[3 * LogMel.RATE];
        Arrays.fill(sound, 2 * LogMel.RATE, sound.length, 0.5f);

        assertThat(new LogMel(80, 1).of(sound)).isEqualTo(new LogMel(80, 1).of(new float[0]));
    }
}
