package dev.specula.maven;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Prepares models for this machine, so that an application need not when it first starts: writes their graphs, and weights in the
 * order that the processor wants, into the cache of prepared graphs (specula.cache). Models of a hub are fetched before, by
 * spec:models. The engine is the project's, for what one version prepares another does not take.
 */
@Mojo(
        name = "prepare",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class PrepareMojo extends AbstractPipelinesMojo {
    /**
     * Locations of models, with commas between them: hf://owner/name, file:folder, zoo:name. Each is prepared in all of spec.weights.
     * As method=location, one is taken in place of that which the method of a pipeline is annotated with. Where none is named:
     * models of pipelines, targets in spec.weights and drafts in spec.draftWeights.
     */
    @Parameter(property = "spec.models")
    private @Nullable String models;

    /** With what Maven knows of the build. */
    @Inject
    public PrepareMojo(MavenProject project, MavenSession session, RepositorySystem repositories) {
        super(project, session, repositories);
    }

    @Override
    Arguments arguments() {
        return new Arguments("prepare").with("--locations", named(false)).with("--models", named(true));
    }

    @Override
    boolean needsPipelines() {
        return named(false).isEmpty() || !named(true).isEmpty();
    }

    /** What is named for a method of a pipeline, or what is named by itself. */
    private String named(boolean forMethods) {
        List<String> all = models == null ? List.of() : Arrays.asList(models.split(","));
        return all.stream()
                .map(String::strip)
                .filter(model -> !model.isEmpty() && model.contains("=") == forMethods)
                .collect(Collectors.joining(","));
    }
}
