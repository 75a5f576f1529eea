package dev.specula.bench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.Guarantee;
import dev.specula.bench.Main;
import dev.specula.bench.decoding.Subject;
import dev.specula.graphs.WeightFormat;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTests {
    private static final String DESCRIPTION = """
        {
          "models": "app.Models",
          "factory": "app.ModelsPipelines",
          "pipelines": [
            {
              "key": "captioner.fast",
              "method": "captionerFast",
              "contract": "dev.specula.visionlanguage.ImageToText",
              "guarantee": "SAME_TOKENS",
              "models": {
                "target": {"method": "captioner", "bean": "captioner", "location": "file:target/"},
                "draft": {"method": "small", "bean": "small", "location": "file:draft/"}
              }
            }
          ]
        }
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void findsDescriptionsInFoldersAndJars() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/META-INF/specula"));
        Files.writeString(classes.resolve("app.Models.json"), DESCRIPTION);
        Path jar = folder.resolve("lib.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("META-INF/specula/app.Models.json"));
            entries.write(DESCRIPTION.getBytes(StandardCharsets.UTF_8));
        }

        List<Description> found = Descriptions.on(
                String.join(File.pathSeparator, folder.resolve("classes").toString(), jar.toString(), "gone.jar"));

        assertThat(found).hasSize(2);
        DescribedPipeline pipeline = found.get(1).pipelines().get(0);
        assertThat(pipeline.key()).isEqualTo("captioner.fast");
        assertThat(pipeline.hasDraft()).isTrue();
        assertThat(pipeline.target().location()).isEqualTo("file:target/");
    }

    @Test
    void followsTheClassPathOfAManifest() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/META-INF/specula"));
        Files.writeString(classes.resolve("app.Models.json"), DESCRIPTION);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "classes/ gone.jar");
        Path jar = folder.resolve("app.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();

        assertThat(Descriptions.on(jar.toString())).hasSize(1);
    }

    @Test
    void tellsPipelinesOfTokensFromThoseOfStates() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("META-INF/specula"));
        Files.writeString(classes.resolve("app.Models.json"), DESCRIPTION);
        Files.writeString(
                classes.resolve("app.Paths.json"),
                DESCRIPTION.replace("\"guarantee\"", "\"loop\": \"states\", \"guarantee\""));

        assertThat(Descriptions.on(folder.toString()))
                .flatExtracting(Description::pipelines)
                .extracting(DescribedPipeline::saysTokens)
                .containsExactly(true, false);
    }

    @Test
    void saysWhichDescriptionIsBroken() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("META-INF/specula"));
        Files.writeString(classes.resolve("app.Broken.json"), "[");

        assertThatThrownBy(() -> Descriptions.on(folder.toString()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("app.Broken.json");
    }

    @Test
    void knowsTheEmbeddedPipelinesFromTheClassPath() {
        try (Project project = Project.ofClassPath(Map.of())) {
            assertThat(project.pipelines())
                    .extracting(DescribedPipeline::key)
                    .contains("blocks", "blocks.lookup", "policy", "tiles.spe-ca");
        }
    }

    @Test
    void tellsItsOwnPipelinesFromThoseOfDependencies() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/dev/specula/diffusion"));
        Files.createFile(classes.resolve("BlocksDenoisersPipelines.class"));

        try (Project project = Project.ofClassPath(Map.of())) {
            assertThat(project.pipelinesIn(folder.resolve("classes")))
                    .extracting(DescribedPipeline::key)
                    .contains("policy", "tiles.spe-ca")
                    .doesNotContain("blocks");
            assertThat(project.pipelinesIn(folder)).isEmpty();
        }
    }

    @Test
    void makesAPipelineWhoseDraftModelHasLearntNothing() {
        try (Project project = Project.ofClassPath(Map.of())) {
            DescribedPipeline drafting = pipeline(project, "blocks");
            Subject trained = project.open(drafting, WeightFormat.RI8, WeightFormat.F32);

            Subject untrained =
                    Objects.requireNonNull(project.openUntrained(drafting, trained.target(), WeightFormat.F32, 1));

            assertThat(untrained.draft()).isNotSameAs(trained.draft());
            assertThat(untrained.pipeline().models())
                    .isEqualTo(trained.pipeline().models());
            assertThat(project.openUntrained(pipeline(project, "blocks.lookup"), trained.target(), WeightFormat.F32, 1))
                    .isNull();
        }
    }

    @Test
    void promisesLessForATreeOverQuantisedWeights() {
        try (Project project = Project.ofClassPath(Map.of())) {
            DescribedPipeline tree = pipeline(project, "blocks.tree");

            assertThat(guarantee(project.open(tree, WeightFormat.F32, WeightFormat.F32)))
                    .isEqualTo(Guarantee.SAME_LAW);
            assertThat(guarantee(project.open(tree, WeightFormat.RI8, WeightFormat.F32)))
                    .isEqualTo(Guarantee.RELAXED);
            assertThat(guarantee(project.open(pipeline(project, "blocks"), WeightFormat.RI8, WeightFormat.F32)))
                    .isEqualTo(Guarantee.SAME_TOKENS);
        }
    }

    private static Guarantee guarantee(Subject subject) {
        return subject.pipeline().description().guarantee();
    }

    private static DescribedPipeline pipeline(Project project, String key) {
        return project.pipelines().stream()
                .filter(pipeline -> pipeline.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesToRunNothing() {
        assertThat(Main.run("verify", "--classes", folder.toString())).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify --prompts 0",
                "bench --max-new-tokens 0",
                "verify --law -1",
                "bench --repeats 0",
                "bench --windows 0",
                "windows --windows 0",
                "windows --windows 8,-1"
            })
    void refusesNumbersThatWouldCompareNothing(String command) {
        assertThat(Main.run((command + " --pipelines policy").split(" ", -1))).isEqualTo(2);
    }

    @Test
    void runsThePipelinesOfDependenciesThatAreNamed() {
        assertThat(Main.run(
                        "verify",
                        "--classes",
                        folder.toString(),
                        "--pipelines",
                        "policy",
                        "--prompts",
                        "1",
                        "--law",
                        "0"))
                .isZero();
    }

    @Test
    void refusesPipelinesThatDoNotExist() {
        assertThat(Main.run("verify", "--pipelines", "nobody")).isEqualTo(2);
    }
}
