package dev.specula.bench.project;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds the description files on a class path: folders and jars. */
final class Descriptions {
    private static final String FOLDER = "META-INF/specula";

    private Descriptions() {}

    /** All of them, in the order of the class path, then of their names. */
    static List<Description> on(String classPath) {
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            add(Path.of(entry), entries);
        }
        List<Description> found = new ArrayList<>();
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                read(entry.resolve(FOLDER), found);
            } else {
                readJar(entry, found);
            }
        }
        return found;
    }

    /** Adds what is there, and what the manifest of a jar adds in its turn. */
    private static void add(Path entry, Set<Path> into) {
        if (Files.isDirectory(entry)) {
            into.add(entry);
        } else if (entry.toString().endsWith(".jar") && Files.isRegularFile(entry) && into.add(entry)) {
            for (String reference : references(entry)) {
                URI absolute = entry.toUri().resolve(reference);
                if ("file".equals(absolute.getScheme())) {
                    add(Path.of(absolute), into);
                }
            }
        }
    }

    private static List<String> references(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String references =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return references == null || references.isBlank()
                    ? List.of()
                    : List.of(references.strip().split("\\s+", -1));
        } catch (IOException e) {
            throw new ProjectException("\"" + jar + "\" cannot be read.", e);
        }
    }

    private static void readJar(Path path, List<Description> into) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            read(jar.getPath(FOLDER), into);
        } catch (IOException e) {
            throw new ProjectException("\"" + path + "\" cannot be read.", e);
        }
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
