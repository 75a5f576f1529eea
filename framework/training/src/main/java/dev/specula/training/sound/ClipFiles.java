package dev.specula.training.sound;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.media.LogMel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Clips as files: WAV of 16 bits, and what is said in a {@code .txt} of the same name. Clips without speech are left out. */
public final class ClipFiles {

    private static final int BITS = 16;

    private ClipFiles() {}

    /** Writes {@code count} clips of {@code range} from number {@code first} on into {@code folder}. */
    public static void write(Path folder, SeedRange range, long first, int count) throws IOException {
        Files.createDirectories(folder);
        Recital recital = new Recital(LogMel.RATE, Clip.SAMPLES);
        int written = 0;
        for (long index = first; written < count; index++) {
            HeardClip heard = recital.of(range.seed(index));
            if (!heard.sentences().isEmpty()) {
                String name = "%s-%06d".formatted(range.name().toLowerCase(Locale.ROOT), index);
                write(folder.resolve(name + ".wav"), heard);
                Files.writeString(folder.resolve(name + ".txt"), text(heard) + "\n");
                written++;
            }
        }
    }

    private static String text(HeardClip heard) {
        return heard.sentences().stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    private static void write(Path file, HeardClip heard) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * heard.length()).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < heard.length(); sample++) {
            bytes.putShort((short) Math.round(heard.sound()[sample] * Short.MAX_VALUE));
        }
        AudioFormat format = new AudioFormat(LogMel.RATE, BITS, 1, true, false);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, heard.length())) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
