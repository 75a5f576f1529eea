package dev.specula.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refreshed with {@code -Dspecula.golden.update}, and then read by a person. */
class GeneratedSourceTests {
    private static final Path EXPECTED = Path.of("src/test/resources/expected");

    static Stream<String> cases() throws IOException {
        return Sources.folders("good");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheGoldenFiles(String name) throws IOException {
        Compilation compilation = Sources.compiled("good/" + name);
        assertThat(compilation.diagnostics()).isEmpty();
        Map<String, String> generated = generated(compilation);
        Path expected = EXPECTED.resolve(name);
        if (System.getProperty("specula.golden.update") != null) {
            write(expected, generated);
        }
        assertThat(generated).isEqualTo(read(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameBytesTwice(String name) throws IOException {
        assertThat(generated(Sources.compile("good/" + name))).isEqualTo(generated(Sources.compiled("good/" + name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fitsOnScreens(String name) throws IOException {
        generated(Sources.compiled("good/" + name)).forEach((file, source) -> {
            if (file.endsWith("Pipeline.java.txt")) {
                assertThat(source.lines().count()).as(file).isLessThanOrEqualTo(120);
                assertThat(source.lines()).allMatch(line -> line.length() <= 120);
                String round = source.substring(source.indexOf("private void round"));
                assertThat(round.lines().count()).as("round of " + file).isLessThanOrEqualTo(25);
            }
        });
    }

    @Test
    void writesTheRoundOfAChainAsAPersonWould() throws IOException {
        String byHand = Files.readString(Path.of("../core/src/main/java/dev/specula/token/TokenRun.java"));
        byHand = byHand.substring(byHand.indexOf("<pre>{@code") + 11, byHand.indexOf("}</pre>"));
        String generated = Files.readString(EXPECTED.resolve("chain/CaptionerPipeline.java.txt"));
        generated = generated.substring(generated.indexOf("private void round"));
        String body = generated.substring(generated.indexOf("{\n") + 2, generated.lastIndexOf("    }\n}"));

        assertThat(statements(body))
                .isEqualTo(statements(byHand.replace("\n * ", "\n").replace("rule.judge", "MATCH.judge")))
                .isEqualTo(statements(provenRound()));
    }

    /** The body of the round that the test kit plays, and proves. */
    private static String provenRound() throws IOException {
        String source =
                Files.readString(Path.of("../testkit/src/test/java/dev/specula/testkit/rounds/ChainRound.java"));
        int start = source.indexOf("{\n", source.indexOf("public void play(")) + 2;
        return source.substring(start, source.indexOf("\n    }\n", start)).replace("rule.judge", "MATCH.judge");
    }

    private static List<String> statements(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("*"))
                .toList();
    }

    /** Golden files end in {@code .txt} where they are Java, so that nothing takes them for sources of this module. */
    private static Map<String, String> generated(Compilation compilation) throws IOException {
        ImmutableList<JavaFileObject> files = compilation.generatedFiles();
        Map<String, String> generated = new TreeMap<>();
        for (JavaFileObject file : files) {
            String path = file.toUri().getPath();
            if (file.getKind() == JavaFileObject.Kind.SOURCE) {
                generated.put(
                        path.substring(path.lastIndexOf('/') + 1) + ".txt",
                        file.getCharContent(true).toString());
            } else if (path.startsWith("/" + StandardLocation.CLASS_OUTPUT) && path.endsWith(".json")) {
                generated.put(
                        path.substring(path.lastIndexOf('/') + 1),
                        file.getCharContent(true).toString());
            }
        }
        return generated;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Path old : read(folder).keySet().stream().map(folder::resolve).toList()) {
            Files.delete(old);
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
