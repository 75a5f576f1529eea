package dev.specula.benchmarks.memory;

import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.WeightFormat;
import dev.specula.media.LogMel;
import dev.specula.media.Sound;
import dev.specula.media.SoundStream;
import dev.specula.model.CausalModel;
import dev.specula.speech.DefaultPipelines;
import dev.specula.speech.Recording;
import dev.specula.speech.SpokenBlocksModels;
import dev.specula.speech.Transcript;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What it takes to write down sounds of different lengths with the embedded pair. Linux only. */
public final class ListeningMemory {
    private final WatchedProcess process;
    private final Path work;
    private final Path recording;

    /**
     * To be measured with one recording said again and again.
     *
     * @param work a folder to work in
     * @param heap size of the heap: a small one must hold the sound, a large one is long without a collection, and so without what a
     *     collection frees outside of it
     */
    ListeningMemory(Path work, Path recording, String heap) {
        this.work = work;
        this.recording = recording;
        this.process = new WatchedProcess(work.resolve("cache"), heap);
    }

    /** Arguments: an empty folder to work in, a recording of speech, the size of the heap, and lengths in minutes. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4 || !Resident.isTold()) {
            throw new IllegalArgumentException("Required: EMPTY-FOLDER RECORDING HEAP MINUTES..., on Linux.");
        }
        ListeningMemory listening = new ListeningMemory(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
        listening.measure(1); // prepares the models
        System.out.println("| minutes | most anonymous memory, MB | tokens said |");
        System.out.println("|---|---|---|");
        for (String minutes : List.of(arguments).subList(3, arguments.length)) {
            WatchedProcess.Seen seen = listening.measure(Integer.parseInt(minutes));
            System.out.printf(Locale.ROOT, "| %s | %.1f | %s |%n", minutes, seen.mostAnonymous() / 1e6, seen.said());
        }
    }

    /** Writes down so many minutes in a process of its own; it says the number of tokens. */
    WatchedProcess.Seen measure(int minutes) throws IOException, InterruptedException {
        Path sound = work.resolve(minutes + "-minutes.wav");
        write(sound, minutes);
        try {
            return process.run(Listening.class, sound.toString());
        } finally {
            Files.delete(sound);
        }
    }

    /** Writes the recording again and again, as WAV of 16 bits. */
    private void write(Path file, int minutes) throws IOException {
        byte[] once = samples();
        int bytes = minutes * 60 * LogMel.RATE * Short.BYTES;
        ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        head.putShort((short) 1).putShort((short) 1); // PCM, one channel
        head.putInt(LogMel.RATE).putInt(Short.BYTES * LogMel.RATE);
        head.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
        head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head.array());
            for (int left = bytes; left > 0; left -= once.length) {
                out.write(once, 0, Math.min(left, once.length));
            }
        }
    }

    /** The recording in 16 bits. */
    private byte[] samples() {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        float[] piece = new float[LogMel.RATE];
        try (SoundStream stream = Sound.of(recording).open(LogMel.RATE)) {
            for (int read = stream.read(piece, 0, piece.length); read > 0; ) {
                for (int i = 0; i < read; i++) {
                    int sample = Math.round(Math.max(-1, Math.min(1, piece[i])) * Short.MAX_VALUE);
                    samples.write(sample);
                    samples.write(sample >> Byte.SIZE);
                }
                read = stream.read(piece, 0, piece.length);
            }
        }
        return samples.toByteArray();
    }

    /** The process that listens. */
    static final class Listening {
        private Listening() {}

        /** Argument: the sound. */
        public static void main(String... arguments) throws IOException, InterruptedException {
            try (CausalModel target = load(SpokenBlocksModels.TARGET, WeightFormat.RI8);
                    CausalModel draft = load(SpokenBlocksModels.DRAFT, WeightFormat.INT4)) {
                Transcript transcript = DefaultPipelines.bySpecAsr(target, draft, DefaultPipelines.LONGEST_BY_SPEC_ASR)
                        .transcribe(Recording.of(Sound.of(Path.of(arguments[0]))));
                WatchedProcess.done(Integer.toString(transcript.tokens().length));
            }
        }

        private static CausalModel load(String location, WeightFormat format) {
            return CheckpointLoader.load(location, CheckpointSource.of(location, format));
        }
    }
}
