package dev.specula.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recorded sound, read piece by piece: of an hour no more is in memory than what is looked at. WAV (PCM of 8 to 32 bits, and
 * floats), FLAC, MP3 and Ogg Vorbis, any rate and number of channels. Immutable; may be opened any number of times.
 */
public final class Sound {
    private final String name;
    private final Opening blocks;

    private interface Opening {
        SampleBlocks open() throws IOException;
    }

    private Sound(String name, Opening blocks) {
        this.name = name;
        this.blocks = blocks;
    }

    /**
     * The sound in the file {@code path}, which is read whenever the sound is opened.
     *
     * @throws UnreadableSoundException if there is no such file, or it does not begin as a sound that can be read
     */
    public static Sound of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableSoundException("A sound must be a file, but \"" + path + "\" is none.");
        }
        return checked("\"" + path + "\"", () -> decoder(Files.newInputStream(path)));
    }

    /**
     * The sound encoded in {@code bytes}, which are not copied.
     *
     * @throws UnreadableSoundException if the bytes do not begin as a sound that can be read
     */
    public static Sound of(byte[] bytes) {
        return checked("The sound", () -> decoder(new ByteArrayInputStream(bytes)));
    }

    /**
     * The sound of one channel in {@code samples}, from -1 to 1, {@code rate} a second. Not copied.
     *
     * @throws UnreadableSoundException if there are none
     */
    public static Sound ofSamples(float[] samples, int rate) {
        if (rate < 1) {
            throw new IllegalArgumentException("rate must be at least 1 sample a second, but was " + rate + ".");
        }
        return checked("The sound", () -> new GivenSamples(samples, rate));
    }

    private static Sound checked(String name, Opening blocks) {
        Sound sound = new Sound(name, blocks);
        try (SoundStream stream = sound.open(LogMel.RATE)) {
            if (stream.read(new float[1], 0, 1) == 0) {
                throw new UnreadableSoundException(name + " must hold sound, but holds no sample.");
            }
        }
        return sound;
    }

    /** Closes {@code in} where the decoder refuses it. */
    private static SampleBlocks decoder(InputStream in) throws IOException {
        try {
            return SoundFormat.open(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Opens it from the beginning, one channel of {@code rate} samples a second. The caller closes it.
     *
     * @throws UnreadableSoundException if it cannot be read
     */
    public SoundStream open(int rate) {
        try {
            SampleBlocks opened = blocks.open();
            return new SoundStream(name, opened.rate() == rate ? opened : new Resampler(opened, rate));
        } catch (IOException e) {
            throw SoundStream.unreadable(name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
