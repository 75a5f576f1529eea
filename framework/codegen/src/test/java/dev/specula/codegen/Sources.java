package dev.specula.codegen;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Sources under {@code src/test/resources}, compiled with the processor. */
final class Sources {
    private static final Path ROOT = Path.of("src/test/resources");

    static Stream<String> folders(String folder) throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve(folder))) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** Compiles a file, or all files of a folder, with every warning that a user may ask for. */
    static Compilation compile(String path) throws IOException {
        return Compiler.javac()
                .withProcessors(new SpeculaProcessor())
                .withOptions("-Xlint:all,-processing,-classfile", "-parameters")
                .compile(files(path));
    }

    static List<JavaFileObject> files(String path) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(path))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Sources::source)
                    .toList();
        }
    }

    private static JavaFileObject source(Path file) {
        try {
            return JavaFileObjects.forResource(file.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file + " is no source file.", e);
        }
    }

    private Sources() {}
}
