package dev.specula.bench.project;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the description files on a class path: folders and jars. */
final class Descriptions {
    private static final String FOLDER = "META-INF/specula";

    private Descriptions() {}

    /** All of them, in the order of the class path, then of their names. */
    static List<Description> on(String classPath) {
        List<Description> found = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                read(path.resolve(FOLDER), found);
            } else if (entry.endsWith(".jar") && Files.isRegularFile(path)) {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    read(jar.getPath(FOLDER), found);
                } catch (IOException e) {
                    throw new ProjectException("\"" + path + "\" cannot be read.", e);
                }
            }
        }
        return found;
    }

    private static void read(Path folder, List<Description> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Descriptions::parse)
                    .forEach(into::add);
        } catch (IOException e) {
            throw new ProjectException("\"" + folder + "\" cannot be listed.", e);
        }
    }

    private static Description parse(Path file) {
        try {
            return new Gson().fromJson(Files.readString(file), Description.class);
        } catch (IOException | JsonParseException e) {
            throw new ProjectException(
                    "\"" + file + "\" must describe pipelines, but cannot be read; generate it again.", e);
        }
    }
}
