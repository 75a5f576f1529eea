package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound files of every format, rate and number of channels become the samples that a model hears. */
class SoundTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"tone.flac, 12800", "tone.ogg, 12800", "tone.mp3, 14300"})
    void readsBothChannelsOfAToneAsTheirAverage(String file, int most) throws IOException {
        float[] samples = all(Sound.of(resource(file)));

        assertThat(samples.length).isBetween(12_790, most);
        float[] middle = Arrays.copyOfRange(samples, 4000, 10_000);
        assertThat(loudness(middle)).isCloseTo(16_000 / 32_768.0 / 2 / Math.sqrt(2), within(0.01));
        assertThat(share(middle, 440)).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "1, 16", "1, 24", "1, 32", "3, 32", "3, 64"})
    void readsWavFilesOfAllWidths(int format, int bits) {
        double[] wanted = {0, 0.5, -0.5, 0.25};

        float[] samples = all(Sound.of(wav(format, bits, 2, 16_000, wanted)));

        assertThat(samples).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) samples[i]).isCloseTo(wanted[i], within(1e-6));
        }
    }

    @Test
    void leavesSamplesOfTheRightRateAlone() {
        float[] samples = {0.1f, -0.7f, 0.3f};

        assertThat(all(Sound.ofSamples(samples, 16_000))).isEqualTo(samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 22_050, 44_100, 48_000, 44_099})
    void keepsATonesLengthAndLoudnessAtEveryRate(int rate) {
        float[] samples = all(Sound.ofSamples(tone(1000, rate, rate), rate));

        assertThat(samples.length).isBetween(15_999, 16_001);
        float[] middle = Arrays.copyOfRange(samples, 2000, 14_000);
        assertThat(loudness(middle)).isCloseTo(0.5 / Math.sqrt(2), within(0.001));
        assertThat(share(middle, 1000)).isGreaterThan(0.9999);
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 24_000, 32_000, 44_099, 44_100, 48_000, 96_000})
    void takesOutWhatTheLowerRateCannotHold(int rate) {
        for (double hertz = 8100; hertz < rate / 2.0; hertz += 379) {
            assertThat(decibels(hertz, rate)).as("%.0f Hz", hertz).isLessThan(-80);
        }
        assertThat(decibels(8010, rate)).isLessThan(-50);
        assertThat(decibels(7000, rate)).isBetween(-0.25, 0.0);
    }

    /** What is left of a tone. */
    private static double decibels(double hertz, int rate) {
        float[] samples = all(Sound.ofSamples(tone(hertz, rate, rate), rate));
        return 20 * Math.log10(loudness(Arrays.copyOfRange(samples, 2000, 14_000)) / (0.5 / Math.sqrt(2)));
    }

    @Test
    void mayBeReadInPiecesAndAgain() throws IOException {
        Path file = folder.resolve("tone.wav");
        Files.write(file, wav(1, 16, 1, 44_100, doubles(tone(500, 44_100, 9000))));
        Sound sound = Sound.of(file);
        float[] whole = all(sound);
        float[] pieces = new float[whole.length + 100];
        int read = 0;
        try (SoundStream stream = sound.open(16_000)) {
            for (int got = 1; got > 0; read += got) {
                got = stream.read(pieces, read, 77);
            }
        }

        assertThat(read).isEqualTo(whole.length);
        assertThat(Arrays.copyOf(pieces, read)).isEqualTo(whole);
    }

    @Test
    void readsWhatACutWavFileStillHolds() {
        byte[] whole = wav(1, 16, 1, 16_000, new double[1000]);

        assertThat(all(Sound.of(Arrays.copyOf(whole, 44 + 700)))).hasSize(350);
    }

    @Test
    void refusesSoundWithoutASample() {
        assertThatThrownBy(() -> Sound.of(wav(1, 16, 1, 16_000, new double[0])))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("holds no sample");
        assertThatThrownBy(() -> Sound.of(new byte[0]))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void refusesATextNamedAsSoundAndShowsHowItStarts() throws IOException {
        Path file = folder.resolve("speech.mp3");
        Files.writeString(file, "this is no music");

        assertThatThrownBy(() -> Sound.of(file))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("speech.mp3")
                .hasMessageContaining("WAV, FLAC, MP3 or Ogg Vorbis")
                .hasMessageContaining("text");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Sound.of(folder.resolve("none.wav")))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("none.wav");
    }

    @Test
    void namesTheCodecOfAnOggFileThatItDoesNotRead() {
        byte[] opus =
                "OggS\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0OpusHead".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Sound.of(opus))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("Opus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.flac", "tone.ogg", "tone.mp3", "tone.wav"})
    void answersBrokenFilesWithItsOwnExceptionOrWithSound(String file) throws IOException {
        byte[] whole =
                file.equals("tone.wav") ? wav(1, 16, 1, 44_100, doubles(tone(500, 44_100, 2000))) : resource(file);
        Random random = new Random(3);
        int read = 0;
        for (int trial = 0; trial < 60; trial++) {
            byte[] broken = Arrays.copyOf(whole, trial % 3 == 1 ? random.nextInt(whole.length) : whole.length);
            for (int i = 0; i < 4 && broken.length > 0 && trial > 0; i++) {
                int within = trial % 2 == 0 ? Math.min(64, broken.length) : broken.length;
                broken[random.nextInt(within)] = (byte) random.nextInt();
            }
            try {
                read += all(Sound.of(broken)).length > 0 ? 1 : 0;
            } catch (UnreadableSoundException e) {
                assertThat(e).hasMessageContaining("The sound");
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void allocatesNothingForLengthsThatAFileOnlyClaims() throws IOException {
        byte[] flac = resource("tone.flac");
        int tags = 68; // behind the head of the third block
        assertThat(all(Sound.of(with(flac, tags + 3, 0x7F)))).isEqualTo(all(Sound.of(flac)));

        byte[] ogg = resource("tone.ogg");
        int vendor = indexOf(ogg, new byte[] {3, 'v', 'o', 'r', 'b', 'i', 's'}, 0) + 7;
        assertThatThrownBy(() -> Sound.of(with(ogg, vendor + 3, 0x7F)))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("head of its Vorbis stream is broken");

        byte[] tag = {'I', 'D', '3', 4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F, 0, 0};
        assertThatThrownBy(() -> Sound.of(tag)).isInstanceOf(UnreadableSoundException.class);
    }

    /** Its decoder would stand still before the first frame behind what the head tells of. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsAFlacFileThatHoldsMoreThanItTellsOf() throws IOException {
        byte[] flac = resource("tone.flac");
        byte[] shorter = flac.clone();
        Arrays.fill(shorter, 22, 26, (byte) 0);
        shorter[25] = 1; // sample in all

        assertThat(all(Sound.of(shorter))).isEqualTo(all(Sound.of(flac)));
    }

    @Test
    void skipsTheTagOfAnMp3File() throws IOException {
        byte[] mp3 = resource("tone.mp3");
        byte[] tag = {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 0};
        byte[] tagged = Arrays.copyOf(tag, tag.length + 256 + mp3.length);
        System.arraycopy(mp3, 0, tagged, tag.length + 256, mp3.length);

        assertThat(all(Sound.of(tagged))).isEqualTo(all(Sound.of(mp3)));
    }

    /** Frames of MP3 take bits from frames before them. */
    @Test
    void readsAnMp3FileThatWasCutAtItsBeginning() throws IOException {
        byte[] whole = resource("tone.mp3");
        int frame = indexOf(whole, new byte[] {(byte) 0xFF, (byte) 0xF3}, whole.length / 3);

        float[] samples = all(Sound.of(Arrays.copyOfRange(whole, frame, whole.length)));

        assertThat(samples.length).isBetween(7000, 11_000);
        assertThat(share(Arrays.copyOfRange(samples, 3000, 6000), 440)).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 768_001, Integer.MAX_VALUE})
    void refusesARateThatNoRecordingHas(int rate) {
        assertThatThrownBy(() -> Sound.of(wav(1, 16, 1, rate, new double[100])))
                .isInstanceOf(UnreadableSoundException.class)
                .hasMessageContaining("1000 to 768000 samples a second, but tells of " + rate);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    private static float[] all(Sound sound) {
        float[] samples = new float[100_000];
        try (SoundStream stream = sound.open(LogMel.RATE)) {
            return Arrays.copyOf(samples, stream.read(samples, 0, samples.length));
        }
    }

    private static double loudness(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    /** The share of the power of {@code samples}, 16,000 a second, that a tone of {@code hertz} explains. */
    private static double share(float[] samples, double hertz) {
        double real = 0;
        double imaginary = 0;
        double power = 0;
        for (int i = 0; i < samples.length; i++) {
            real += samples[i] * Math.cos(2 * Math.PI * hertz * i / 16_000);
            imaginary += samples[i] * Math.sin(2 * Math.PI * hertz * i / 16_000);
            power += samples[i] * samples[i];
        }
        return 2 * (real * real + imaginary * imaginary) / samples.length / power;
    }

    private static float[] tone(double hertz, int rate, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    private static double[] doubles(float[] samples) {
        double[] doubles = new double[samples.length];
        Arrays.setAll(doubles, i -> samples[i]);
        return doubles;
    }

    private static byte[] wav(int format, int bits, int channels, int rate, double[] samples) {
        int bytes = bits / 8;
        int size = samples.length * channels * bytes;
        ByteBuffer file = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) format);
        file.putShort((short) channels).putInt(rate).putInt(rate * channels * bytes);
        file.putShort((short) (channels * bytes)).putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (int i = 0; i < samples.length * channels; i++) {
            double sample = samples[i / channels];
            long level = Math.round(sample * Math.scalb(1.0, bits - 1));
            switch (bits + format) {
                case 9 -> file.put((byte) (level + 128));
                case 17 -> file.putShort((short) level);
                case 25 -> file.put((byte) level).put((byte) (level >> 8)).put((byte) (level >> 16));
                case 33 -> file.putInt((int) level);
                case 35 -> file.putFloat((float) sample);
                default -> file.putDouble(sample);
            }
        }
        return file.array();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SoundTests.class.getResourceAsStream("/sounds/" + name))) {
            return in.readAllBytes();
        }
    }
}
