package dev.specula.training.sound;

import dev.specula.media.LogMel;
import dev.specula.media.Sound;
import dev.specula.media.SoundStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * All voices of this machine: FreeTTS's own, and those of eSpeak NG and of Flite where these programs are installed (found on the
 * path). Threads must not share an instance.
 */
public final class Narrators {

    private static final List<String> ESPEAK_ACCENTS = List.of(
            "en-us", "en-us", "en-us", "en-gb", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-029");
    private static final List<String> ESPEAK_MOUTHS = List.of(
            "f2",
            "f3",
            "f4",
            "f5",
            "m1",
            "m2",
            "m3",
            "m4",
            "m5",
            "m6",
            "m7",
            "m8",
            "Alex",
            "Alicia",
            "Andrea",
            "Annie",
            "Gene",
            "Hugo",
            "Lee",
            "Michael",
            "Mike",
            "adam",
            "belinda",
            "benjamin",
            "david",
            "ed",
            "edward",
            "john",
            "linda",
            "max",
            "michel",
            "paul",
            "rob",
            "robert",
            "shelby",
            "steph",
            "travis",
            "victor");
    private static final List<String> FLITE_VOICES = List.of("awb", "rms", "slt");

    /** A program that reads aloud. */
    private enum Program {
        ESPEAK("espeak-ng"),
        FLITE("flite");

        private final String command;

        Program(String command) {
            this.command = command;
        }
    }

    private final List<Program> programs;
    private final Speaker speaker = new Speaker();

    /** Those of this machine. */
    public Narrators() {
        programs = Arrays.stream(Program.values())
                .filter(program -> isInstalled(program.command))
                .toList();
    }

    private static boolean isInstalled(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** The names of the synthesisers at hand. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("FreeTTS"));
        programs.forEach(program -> names.add(program.command));
        return names;
    }

    /** One of them: FreeTTS once in ten, Flite, which is understood best, twice as often as eSpeak. */
    Narrator any(Random random) {
        double size = 0.92 + 0.16 * random.nextDouble();
        if (programs.isEmpty() || random.nextInt(10) == 0) {
            Manner manner = Manner.any(random);
            return sentence -> speaker.say(sentence, manner).sound();
        }
        return switch (programs.get(Math.min(random.nextInt(3), programs.size() - 1))) {
            case ESPEAK -> espeak(random, size);
            case FLITE -> flite(random, size);
        };
    }

    private static Narrator espeak(Random random, double size) {
        List<String> command = List.of(
                Program.ESPEAK.command,
                "--stdout",
                "-v",
                any(ESPEAK_ACCENTS, random) + "+" + any(ESPEAK_MOUTHS, random),
                "-s",
                Integer.toString(130 + random.nextInt(60)),
                "-p",
                Integer.toString(20 + random.nextInt(60)),
                "--");
        return sentence -> Speaker.stretched(said(command, sentence), size);
    }

    private static Narrator flite(Random random, double size) {
        List<String> command = List.of(
                Program.FLITE.command,
                "-voice",
                any(FLITE_VOICES, random),
                "--setf",
                String.format(Locale.ROOT, "duration_stretch=%.2f", 0.85 + 0.45 * random.nextDouble()),
                "-o",
                "/dev/stdout",
                "-t");
        return sentence -> Speaker.stretched(said(command, sentence), size);
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    /** What {@code command} writes to its output for {@code sentence}: a sound file. */
    private static float[] said(List<String> command, String sentence) {
        List<String> whole = new ArrayList<>(command);
        whole.add(sentence);
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] bytes = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(whole + " ended with status " + process.exitValue());
            }
            return samples(Sound.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(whole + " did not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a voice read", e);
        }
    }

    private static float[] samples(Sound sound) {
        float[] samples = new float[LogMel.RATE];
        int length = 0;
        try (SoundStream stream = sound.open(LogMel.RATE)) {
            for (int read = stream.read(samples, 0, samples.length); read > 0; ) {
                length += read;
                if (length == samples.length) {
                    samples = Arrays.copyOf(samples, 2 * length);
                }
                read = stream.read(samples, length, samples.length - length);
            }
        }
        return Arrays.copyOf(samples, length);
    }
}
