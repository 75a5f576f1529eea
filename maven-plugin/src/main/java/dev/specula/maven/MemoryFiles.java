package dev.specula.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Keeps what a compiler writes in memory, until it is known that nothing was wrong. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private static final String MODULE = "module-info";

    private final Map<String, ByteArrayOutputStream> sources = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> resources = new TreeMap<>();

    MemoryFiles(JavaFileManager disk) {
        super(disk);
    }

    /** Generated sources by path. */
    Map<String, byte[]> sources() {
        return bytes(sources);
    }

    /** Generated resources by path. */
    Map<String, byte[]> resources() {
        return bytes(resources);
    }

    /** A project that is a module is none here: what it requires is on the class path, which a named module would not see. */
    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        return location == StandardLocation.SOURCE_PATH && className.equals(MODULE)
                ? null
                : super.getJavaFileForInput(location, className, kind);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return new MemoryFile(className.replace('.', '/') + kind.extension, kind, sources);
    }

    @Override
    public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling) {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return new MemoryFile(folder + relativeName, JavaFileObject.Kind.OTHER, resources);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SOURCE_OUTPUT
                || location == StandardLocation.CLASS_OUTPUT
                || super.hasLocation(location);
    }

    private static Map<String, byte[]> bytes(Map<String, ByteArrayOutputStream> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, content) -> bytes.put(path, content.toByteArray()));
        return bytes;
    }

    private static final class MemoryFile extends SimpleJavaFileObject {
        private final String path;
        private final Map<String, ByteArrayOutputStream> files;

        MemoryFile(String path, Kind kind, Map<String, ByteArrayOutputStream> files) {
            super(URI.create("memory:///" + path), kind);
            this.path = path;
            this.files = files;
        }

        @Override
        public OutputStream openOutputStream() {
            return files.computeIfAbsent(path, ignored -> new ByteArrayOutputStream());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return files.getOrDefault(path, new ByteArrayOutputStream()).toString(StandardCharsets.UTF_8);
        }
    }
}
