package dev.specula.codegen;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Sources under {@code src/test/resources}, compiled with the processor. */
final class Sources {
    private static final Path ROOT = Path.of("src/test/resources");
    private static final String CLASS_PATH = "// class path: ";
    private static final Map<String, Compilation> COMPILED = new ConcurrentHashMap<>();

    static Stream<String> folders(String folder) throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve(folder))) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    /**
     * Compiles a file, or all files of a folder, with every warning that a user may ask for. The class path is that of the
     * tests, unless the first line of a file says {@code // class path:} and which part of it.
     */
    static Compilation compile(String path) throws IOException {
        Compiler compiler = Compiler.javac()
                .withProcessors(new SpeculaProcessor())
                .withOptions("-Xlint:all,-processing,-classfile", "-parameters");
        return classPath(path)
                .map(files -> compiler.withClasspath(files))
                .orElse(compiler)
                .compile(files(path));
    }

    /** Compiles as {@link #compile} does, but a folder only once. */
    static Compilation compiled(String path) {
        return COMPILED.computeIfAbsent(path, folder -> {
            try {
                return compile(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<List<File>> classPath(String path) throws IOException {
        Path file = ROOT.resolve(path);
        if (Files.isDirectory(file) || !Files.readString(file).startsWith(CLASS_PATH)) {
            return Optional.empty();
        }
        String part = Files.readAllLines(file).get(0).substring(CLASS_PATH.length());
        Stream<File> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new);
        return Optional.of(
                switch (part) {
                    case "annotations" ->
                        entries.filter(entry -> isOf(entry, "annotations")).toList();
                    case "core" ->
                        entries.filter(entry -> isOf(entry, "annotations") || isOf(entry, "core"))
                                .toList();
                    default ->
                        Stream.concat(Stream.of(ROOT.resolve(part).toFile()), entries)
                                .toList();
                });
    }

    /** Whether {@code entry} is a module of ours, as classes or as a jar. */
    private static boolean isOf(File entry, String module) {
        return entry.toString().contains("framework/" + module + "/target")
                || entry.getName().startsWith("specula-" + module + "-")
                || entry.getName().startsWith("jspecify");
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
