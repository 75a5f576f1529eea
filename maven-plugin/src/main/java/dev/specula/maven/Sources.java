package dev.specula.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the generator reads.
 *
 * @param roots folders of sources; those that do not exist are left out
 * @param classPath jars and folders; those that do not exist are left out
 * @param encoding of the sources
 */
record Sources(List<Path> roots, List<Path> classPath, String encoding) {
    private static final Pattern ANNOTATED = Pattern.compile("\\b(TargetModel|DraftModel)\\b");

    Sources {
        roots = roots.stream().filter(Files::isDirectory).toList();
        classPath = classPath.stream().filter(Files::exists).toList();
    }

    /** All source files, in a fixed order. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    /** The files that speak of the annotations: only they are compiled, the rest is looked up when it is referred to. */
    List<Path> annotatedFiles() throws IOException {
        List<Path> annotated = new ArrayList<>();
        for (Path file : files()) {
            if (!file.endsWith("module-info.java")
                    && ANNOTATED
                            .matcher(Files.readString(file, Charset.forName(encoding)))
                            .find()) {
                annotated.add(file);
            }
        }
        return annotated;
    }
}
