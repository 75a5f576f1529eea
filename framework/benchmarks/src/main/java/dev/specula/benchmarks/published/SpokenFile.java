package dev.specula.benchmarks.published;

import dev.specula.media.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recording of at most one window and what is spoken in it.
 *
 * @param name of the file, without its suffix
 * @param file the recording
 * @param spoken the words, from the file of the same name and the suffix {@code .txt}
 */
record SpokenFile(String name, Path file, String spoken) {
    private static final String SOUND = ".wav";

    /** All recordings in {@code folder} with a text beside them, in the order of their names. */
    static List<SpokenFile> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SOUND))
                    .map(name -> name.substring(0, name.length() - SOUND.length()))
                    .filter(name -> Files.isRegularFile(folder.resolve(name + ".txt")))
                    .sorted()
                    .map(name -> of(folder, name))
                    .toList();
        }
    }

    private static SpokenFile of(Path folder, String name) {
        Path text = folder.resolve(name + ".txt");
        try {
            return new SpokenFile(
                    name, folder.resolve(name + SOUND), Files.readString(text).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" must hold the words that are spoken, but cannot be read.", e);
        }
    }

    Sound sound() {
        return Sound.of(file);
    }
}
