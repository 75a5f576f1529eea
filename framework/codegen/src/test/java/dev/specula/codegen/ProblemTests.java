package dev.specula.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.specula.codegen.validation.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each problem has a source that has it, {@code bad/NoSuchTarget.java}, the exact messages with their places beside it, and a
 * heading in the documentation.
 */
class ProblemTests {
    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Path DOCUMENTATION = Path.of("../../docs/troubleshooting.md");

    @ParameterizedTest
    @EnumSource(Problem.class)
    void isReportedAtTheNarrowestPlaceWithTheWayOut(Problem problem) throws IOException {
        Path source = BAD.resolve(camelCase(problem) + ".java");
        Compilation compilation = Sources.compile("bad/" + source.getFileName());
        String messages = compilation.errors().stream()
                .map(error ->
                        error.getLineNumber() + ":" + error.getColumnNumber() + ": " + error.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n", "", "\n"));
        Path expected = BAD.resolve(camelCase(problem) + ".txt");
        if (System.getProperty("specula.golden.update") != null) {
            Files.writeString(expected, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(expected)).contains("[" + problem.code() + "] ");
        assertThat(compilation.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void isExplainedInTheDocumentation(Problem problem) throws IOException {
        assertThat(Files.readAllLines(DOCUMENTATION)).anyMatch(line -> line.startsWith("## " + problem.code() + " "));
    }

    @Test
    void noCodeIsUsedTwice() {
        assertThat(Problem.values()).extracting(Problem::code).doesNotHaveDuplicates();
    }

    @Test
    void thereAreNoSourcesAndHeadingsBesideThoseOfProblems() throws IOException {
        try (Stream<Path> sources = Files.list(BAD)) {
            assertThat(sources.map(path -> Objects.toString(path.getFileName()).replaceFirst("\\..*", "")))
                    .allMatch(name -> Arrays.stream(Problem.values())
                            .anyMatch(problem -> camelCase(problem).equals(name)));
        }
        assertThat(Files.readAllLines(DOCUMENTATION))
                .filteredOn(line -> line.startsWith("## SPD"))
                .hasSize(Problem.values().length);
    }

    private static String camelCase(Problem problem) {
        return Arrays.stream(problem.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
