package dev.specula.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTests {
    private static final String MODELS = """
            package captions;

            import static dev.specula.Modality.IMAGE;
            import static dev.specula.Modality.TEXT;

            import dev.specula.TargetModel;
            import dev.specula.model.CausalModel;
            import dev.specula.model.ModelLoader;

            class CaptionModels {
                @Steps
                @TargetModel(
                        accepts = {IMAGE, TEXT},
                        emits = TEXT)
                CausalModel captioner(ModelLoader load) {
                    return load.causal("captioner");
                }
            }
            """;
    private static final String STEPS = """
            package captions;

            import dev.specula.token.Chain;

            @Chain(tokens = 4)
            @interface Steps {}
            """;
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path project;

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void writeSources() throws IOException {
        write("CaptionModels.java", MODELS);
        write("Steps.java", STEPS);
    }

    @Test
    void writesPipelinesAndTheirDescription() throws Exception {
        run();

        assertThat(generated())
                .containsExactly(
                        "generated-resources/META-INF/specula/captions.CaptionModels.json",
                        "generated-sources/captions/CaptionModelsPipelines.java",
                        "generated-sources/captions/CaptionerPipeline.java");
        assertThat(said)
                .containsExactly(
                        "forget CaptionModels.java",
                        "forget Steps.java",
                        "changed",
                        "changed",
                        "Generated 2 sources from 1 annotated, 3 files changed.");
    }

    @Test
    void writesNothingTheSecondTime() throws Exception {
        run();
        age();

        run();

        assertThat(said).last().isEqualTo("Pipelines are up to date.");
        assertThat(untouched()).isEqualTo(3);
    }

    @Test
    void leavesFilesAloneThatStayTheSame() throws Exception {
        run();
        age();
        write("Unrelated.java", "package captions; class Unrelated {}");

        run();

        assertThat(said).last().isEqualTo("Generated 2 sources from 1 annotated, 0 files changed.");
        assertThat(untouched()).isEqualTo(3);
    }

    @Test
    void followsAChoiceInAnotherFile() throws Exception {
        run();
        write("Steps.java", STEPS.replace("4", "5"));

        run();

        assertThat(project.resolve("generated-sources/captions/CaptionerPipeline.java"))
                .content()
                .contains("LONGEST = 5;");
    }

    @Test
    void restoresWhatSomebodyDeleted() throws Exception {
        run();
        Files.delete(project.resolve("generated-sources/captions/CaptionerPipeline.java"));

        run();

        assertThat(generated()).hasSize(3);
    }

    @Test
    void deletesPipelinesWhoseModelsAreGone() throws Exception {
        run();
        Files.delete(project.resolve("sources/captions/CaptionModels.java"));

        run();

        assertThat(generated()).isEmpty();
    }

    @Test
    void reportsProblemsAtTheirPlaceAndWritesNothing() throws IOException {
        write("CaptionModels.java", MODELS.replace("accepts = {IMAGE, TEXT}", "accepts = dev.specula.Modality.POINTS"));
        write("Steps.java", STEPS.replace("4", "400"));

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(this::run)
                .withMessage("The annotated source has 2 problems, shown above.");

        assertThat(said).hasSize(4).startsWith("forget CaptionModels.java", "forget Steps.java");
        assertThat(said.get(2)).startsWith("CaptionModels.java:13:").contains("[SPD012]");
        assertThat(said.get(3)).startsWith("CaptionModels.java:11:").contains("[SPD040]");
        assertThat(generated()).isEmpty();
    }

    @Test
    void forgetsProblemsWhenTheSourceIsAsBeforeThem() throws Exception {
        run();
        write("CaptionModels.java", MODELS.replace("accepts = {IMAGE, TEXT}", "accepts = dev.specula.Modality.POINTS"));
        assertThatExceptionOfType(MojoFailureException.class).isThrownBy(this::run);
        write("CaptionModels.java", MODELS);
        said.clear();

        run();

        assertThat(said).contains("forget CaptionModels.java");
    }

    @Test
    void generatesInAModuleToo() throws Exception {
        Files.writeString(project.resolve("sources/module-info.java"), "module captions { requires java.logging; }");

        run();

        assertThat(generated()).hasSize(3);
    }

    @Test
    void deletesTheCopyOfADescriptionThatTheBuildHasMade() throws Exception {
        run();
        Path copy = project.resolve("classes/META-INF/specula/captions.CaptionModels.json");
        Files.createDirectories(copy.getParent());
        Files.copy(project.resolve("generated-resources/META-INF/specula/captions.CaptionModels.json"), copy);
        Path other = Files.writeString(copy.resolveSibling("of.another.Generator.json"), "{}");
        Files.delete(project.resolve("sources/captions/CaptionModels.java"));

        run();

        assertThat(copy).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void leavesTheCompilersOwnComplaintsToTheCompiler() throws Exception {
        write(
                "CaptionModels.java",
                MODELS.replace("class CaptionModels {", "class CaptionModels { private YetToBeGenerated other;"));

        run();

        assertThat(generated()).hasSize(3);
    }

    private void run() throws IOException, MojoFailureException {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        new Generation(
                        new Sources(List.of(project.resolve("sources")), classPath, "UTF-8"),
                        new Outputs(
                                project.resolve("generated-sources"),
                                project.resolve("generated-resources"),
                                project.resolve("classes"),
                                project.resolve("fingerprint")),
                        new Listener())
                .run();
    }

    private void write(String name, String content) throws IOException {
        Path file = project.resolve("sources/captions").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> project.relativize(file).toString().startsWith("generated-"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> generated() throws IOException {
        return files().stream().map(file -> project.relativize(file).toString()).toList();
    }

    private void age() throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private long untouched() throws IOException {
        long untouched = 0;
        for (Path file : files()) {
            untouched += Files.getLastModifiedTime(file).equals(LONG_AGO) ? 1 : 0;
        }
        return untouched;
    }

    private final class Listener implements Console {
        @Override
        public void info(String message) {
            said.add(message);
        }

        @Override
        public void problem(Path file, int line, int column, String message) {
            said.add(file.getFileName() + ":" + line + ":" + column + " " + message);
        }

        @Override
        public void forget(Path file) {
            said.add("forget " + file.getFileName());
        }

        @Override
        public void changed(Path folder) {
            said.add("changed");
        }
    }
}
