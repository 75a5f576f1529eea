package dev.specula.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** Writes the pipelines of methods annotated with TargetModel as source, before the project is compiled. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public class GenerateMojo extends AbstractMojo {
    private final BuildContext context;
    private final MavenProject project;

    /** Skips the goal. */
    @Parameter(property = "spec.skip", defaultValue = "false")
    private boolean skip;

    /** Where generated sources go; added to the project's source roots. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/spec", required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it.
    private File outputDirectory;

    /** Where descriptions of the pipelines go; added to the project's resources. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/spec", required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it.
    private File resourcesDirectory;

    /** Remembers what was generated from what, so that nothing is done twice. */
    @Parameter(defaultValue = "${project.build.directory}/spec/generate.fingerprint", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // Maven sets it.
    private File fingerprintFile;

    /** Encoding of the sources. */
    @Parameter(property = "encoding", defaultValue = "${project.build.sourceEncoding}")
    private String encoding = "UTF-8";

    /** With what Maven knows of the build. */
    @Inject
    public GenerateMojo(BuildContext context, MavenProject project) {
        this.context = context;
        this.project = project;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Pipelines are not generated: spec.skip is set.");
            return;
        }
        try {
            new Generation(sources(), outputs(), new MavenConsole(getLog(), context)).run();
        } catch (IOException unwritable) {
            throw new MojoExecutionException(
                    "Could not generate the pipelines of " + project.getArtifactId() + ".", unwritable);
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
        Resource descriptions = new Resource();
        descriptions.setDirectory(resourcesDirectory.getPath());
        project.addResource(descriptions);
    }

    private Sources sources() throws MojoExecutionException {
        try {
            List<Path> roots = project.getCompileSourceRoots().stream()
                    .map(Path::of)
                    .filter(root -> !root.equals(outputDirectory.toPath()))
                    .toList();
            // Contracts of this very project stand among its resources, which nobody has copied yet. Its classes are
            // those of
            // the last compilation: its sources know better.
            Path classes = Path.of(project.getBuild().getOutputDirectory());
            List<Path> classPath = Stream.concat(
                            project.getResources().stream().map(Resource::getDirectory),
                            project.getCompileClasspathElements().stream())
                    .map(Path::of)
                    .filter(entry -> !entry.equals(classes))
                    .toList();
            return new Sources(roots, classPath, encoding);
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException(
                    "The class path of " + project.getArtifactId() + " is not resolved.", unresolved);
        }
    }

    private Outputs outputs() {
        return new Outputs(
                outputDirectory.toPath(),
                resourcesDirectory.toPath(),
                Path.of(project.getBuild().getOutputDirectory()),
                fingerprintFile.toPath());
    }
}
