package dev.specula.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/** What the goals that run pipelines have in common. */
abstract class AbstractBenchMojo extends AbstractMojo {
    private final MavenProject project;
    private final MavenSession session;
    private final RepositorySystem repositories;

    /** Skips the goal. */
    @Parameter(property = "spec.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Keys of the pipelines, with commas between them, also of those that come with dependencies; all of the project's own where
     * none is named.
     */
    @Parameter(property = "spec.pipelines")
    private @Nullable String pipelines;

    /** Requests at each temperature. */
    @Parameter(property = "spec.prompts", defaultValue = "40")
    private int prompts;

    /** Temperatures of the answers. */
    @Parameter(property = "spec.temperatures", defaultValue = "0,0.8")
    private @Nullable String temperatures;

    /** Formats of the target's weights: f32, ri8 or int4. */
    @Parameter(property = "spec.weights", defaultValue = "ri8")
    private @Nullable String weights;

    /** Format of the draft model's weights. */
    @Parameter(property = "spec.draftWeights", defaultValue = "int4")
    private @Nullable String draftWeights;

    /** Seed of the answers. */
    @Parameter(property = "spec.seed", defaultValue = "1")
    private long seed;

    /** Most tokens of an answer. */
    @Parameter(property = "spec.maxNewTokens", defaultValue = "96")
    private int maxNewTokens;

    /** A folder of pictures to ask about, in place of drawn scenes. */
    @Parameter(property = "spec.pictures")
    private @Nullable File pictures;

    /** A folder of sounds to write down, in place of spoken commands; a file's words may lie beside it in a .txt. */
    @Parameter(property = "spec.sounds")
    private @Nullable File sounds;

    /** A folder of requests in words, files that end in .txt, in place of the passages that come with the bench. */
    @Parameter(property = "spec.texts")
    private @Nullable File texts;

    /** A file of conditions of denoising models, one a line, numbers with commas between them. */
    @Parameter(property = "spec.conditions")
    private @Nullable File conditions;

    /** States of one condition to compare laws of denoising pipelines by; 0 compares none. */
    @Parameter(property = "spec.law", defaultValue = "400")
    private int law;

    /** Locations to take in place of the annotated ones: method=location, with commas between them. */
    @Parameter(property = "spec.models")
    private @Nullable String models;

    /** Version of the bench that is run: that of this plugin. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String version = "";

    AbstractBenchMojo(MavenProject project, MavenSession session, RepositorySystem repositories) {
        this.project = project;
        this.session = session;
        this.repositories = repositories;
    }

    /** The command and the options that it has beside the common ones. */
    abstract List<String> arguments();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Pipelines are not run: spec.skip is set.");
            return;
        }
        if (project.getPackaging().equals("pom")) {
            getLog().info("Pipelines are not run: " + project.getArtifactId() + " only holds other projects.");
            return;
        }
        List<String> arguments = new ArrayList<>(arguments());
        arguments.addAll(common().subList(1, common().size()));
        try {
            List<Path> classPath =
                    new BenchClassPath(repositories, session.getRepositorySession()).of(project, version);
            Path folder = Path.of(project.getBuild().getDirectory(), "spec");
            int status = new ForkedBench(classPath, folder).run(arguments, getLog()::info);
            if (status != 0) {
                throw new MojoFailureException("The pipelines of " + project.getArtifactId() + " were refused (status "
                        + status + "); the lines above say why.");
            }
        } catch (IOException | DependencyResolutionException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("Could not run the pipelines of " + project.getArtifactId() + ".", e);
        }
    }

    private List<String> common() {
        return new Arguments("")
                .with("--pipelines", pipelines)
                .with("--classes", project.getBuild().getOutputDirectory())
                .with("--prompts", prompts)
                .with("--temperatures", temperatures)
                .with("--weights", weights)
                .with("--draft-weights", draftWeights)
                .with("--seed", seed)
                .with("--max-new-tokens", maxNewTokens)
                .with("--pictures", pictures)
                .with("--sounds", sounds)
                .with("--texts", texts)
                .with("--conditions", conditions)
                .with("--law", law)
                .with("--models", models)
                .list();
    }
}
