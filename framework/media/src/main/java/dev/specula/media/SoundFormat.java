package dev.specula.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Tells formats of sound by how they begin. */
final class SoundFormat {
    private static final int LOOKED_AT = 64;
    private static final int LEAST_RATE = 1000;
    private static final int MOST_RATE = 768_000;

    private SoundFormat() {}

    /**
     * The decoder of what {@code in} holds.
     *
     * @throws IOException if it begins like no sound that is read
     */
    static SampleBlocks open(InputStream in) throws IOException {
        SampleBlocks blocks = decoder(in);
        if (blocks.rate() < LEAST_RATE || blocks.rate() > MOST_RATE) {
            throw new IOException("a sound must have " + LEAST_RATE + " to " + MOST_RATE
                    + " samples a second, but tells of " + blocks.rate() + ".");
        }
        return blocks;
    }

    private static SampleBlocks decoder(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(LOOKED_AT);
        byte[] first = buffered.readNBytes(LOOKED_AT);
        buffered.reset();
        if (first.length == 0) {
            throw new IOException("a sound must hold bytes, but it is empty.");
        }
        String start = new String(first, StandardCharsets.ISO_8859_1);
        if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
            return new WavBlocks(buffered);
        }
        if (start.startsWith("fLaC")) {
            return new FlacBlocks(buffered);
        }
        if (start.startsWith("OggS")) {
            return vorbis(buffered, start);
        }
        if (start.startsWith("ID3") || isFrameOfMp3(first)) {
            return new Mp3Blocks(buffered);
        }
        throw new IOException("a sound must be WAV, FLAC, MP3 or Ogg Vorbis, but it starts with the bytes "
                + FirstBytes.describe(first) + "; convert it to one of them.");
    }

    private static SampleBlocks vorbis(InputStream in, String start) throws IOException {
        if (!start.contains("\u0001vorbis")) {
            String codec = start.contains("OpusHead") ? "Opus" : start.contains("FLAC") ? "FLAC" : "another codec";
            throw new IOException(
                    "an Ogg file must hold Vorbis, but it holds " + codec + "; convert it to WAV, FLAC or MP3.");
        }
        return new VorbisBlocks(in);
    }

    /** Eleven bits of ones, then a version, a layer, a bit rate and a sampling rate that exist. */
    private static boolean isFrameOfMp3(byte[] first) {
        return first.length >= 4
                && (first[0] & 0xFF) == 0xFF
                && (first[1] & 0xE0) == 0xE0
                && (first[1] & 0x18) != 0x08
                && (first[1] & 0x06) != 0
                && (first[2] & 0xF0) != 0xF0
                && (first[2] & 0x0C) != 0x0C;
    }
}
