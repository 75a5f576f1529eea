package dev.specula.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What the goals have in common that load the models of pipelines: on the class path of the project, in a process of their own. */
abstract class AbstractPipelinesMojo extends AbstractMojo {
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

    /** Formats of the target's weights: f32, ri8 or int4. */
    @Parameter(property = "spec.weights", defaultValue = "ri8")
    private @Nullable String weights;

    /** Format of the draft model's weights. */
    @Parameter(property = "spec.draftWeights", defaultValue = "int4")
    private @Nullable String draftWeights;

    /** Version of the bench that is run: that of this plugin. */
    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String version = "";

    AbstractPipelinesMojo(MavenProject project, MavenSession session, RepositorySystem repositories) {
        this.project = project;
        this.session = session;
        this.repositories = repositories;
    }

    /** The command and the options that it has beside the common ones. */
    abstract Arguments arguments();

    /** Whether pipelines are meant, of which projects that only hold others have none. */
    boolean needsPipelines() {
        return true;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Pipelines are not run: spec.skip is set.");
            return;
        }
        if (needsPipelines() && project.getPackaging().equals("pom")) {
            getLog().info("Pipelines are not run: " + project.getArtifactId() + " only holds other projects.");
            return;
        }
        List<String> arguments = arguments()
                .with("--pipelines", pipelines)
                .with("--classes", project.getBuild().getOutputDirectory())
                .with("--weights", weights)
                .with("--draft-weights", draftWeights)
                .list();
        try {
            List<Path> classPath =
                    new BenchClassPath(repositories, session.getRepositorySession()).of(project, version);
            ForkedBench bench = new ForkedBench(classPath, folder(), session.getUserProperties());
            int status = bench.run(arguments, getLog()::info);
            if (status != 0) {
                throw new MojoFailureException("What was asked of " + project.getArtifactId() + " was refused (status "
                        + status + "); the lines above say why.");
            }
        } catch (IOException | DependencyResolutionException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("Could not run the pipelines of " + project.getArtifactId() + ".", e);
        }
    }

    /** Where its files go: without a project, where the system keeps what is of no use later. */
    private Path folder() throws IOException {
        return project.getBasedir() == null
                ? Files.createTempDirectory("spec-")
                : Path.of(project.getBuild().getDirectory(), "spec");
    }
}
