package dev.specula.training.sound;

import dev.specula.blocks.scene.SeedRange;
import dev.specula.media.LogMel;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The clips of a range of seeds, rendered when first asked for and kept in files of 64: 10 MB each. Several processes may fill
 * one folder. Threads must not share an instance.
 */
public final class ClipStore {

    private static final int TOGETHER = 64;
    private static final int BUFFER = 1 << 20;

    private final Path folder;
    private final SeedRange range;
    private final Recital recital = new Recital(LogMel.RATE, Clip.SAMPLES);
    private final LogMel ears = new LogMel(Clip.BINS, Clip.SECONDS);
    private long held = -1; // number of the file whose clips are at hand
    private List<Clip> clips = List.of();

    /** Kept under {@code folder}. */
    public ClipStore(Path folder, SeedRange range) {
        this.folder = folder;
        this.range = range;
    }

    /** Clip number {@code index} of the range. */
    public Clip clip(long index) {
        long number = index / TOGETHER;
        if (number != held) {
            try {
                clips = read(number);
            } catch (IOException e) {
                throw new UncheckedIOException("Could not keep clips in " + folder, e);
            }
            held = number;
        }
        return clips.get((int) (index % TOGETHER));
    }

    /** {@code count} clips from {@code first}. */
    public List<Clip> clips(long first, int count) {
        List<Clip> wanted = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            wanted.add(clip(first + offset));
        }
        return wanted;
    }

    /** Renders what is missing of the first {@code count} clips; several stores of a folder may take turns. */
    public void fill(long count, int turn, int turns) {
        for (long number = turn; number * TOGETHER < count; number += turns) {
            clip(number * TOGETHER);
        }
    }

    private List<Clip> read(long number) throws IOException {
        Path file = folder.resolve("clips-%s-%06d.bin".formatted(range, number));
        if (!Files.exists(file)) {
            return rendered(number, file);
        }
        List<Clip> read = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int clip = 0; clip < TOGETHER; clip++) {
                read.add(Clip.read(in));
            }
        }
        return read;
    }

    private List<Clip> rendered(long number, Path file) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "clips", ".part");
        List<Clip> rendered = new ArrayList<>();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER))) {
            for (int clip = 0; clip < TOGETHER; clip++) {
                rendered.add(Clip.of(recital.of(range.seed(number * TOGETHER + clip)), ears));
                rendered.get(clip).write(out);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return rendered;
    }
}
