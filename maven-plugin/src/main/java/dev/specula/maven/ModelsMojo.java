package dev.specula.maven;

import dev.specula.hub.HubLocation;
import dev.specula.hub.HubSettings;
import dev.specula.hub.ModelHub;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Fetches published models into the cache of the Hugging Face hub, or lists, verifies or removes what is in it. The cache, the
 * hub and a token come from HF_HOME, HF_ENDPOINT and HF_TOKEN; HF_HUB_OFFLINE=1 keeps it from asking the hub.
 */
@Mojo(name = "models", requiresProject = false, threadSafe = true)
public class ModelsMojo extends AbstractMojo {
    private final MavenProject project;

    /** Skips the goal. */
    @Parameter(property = "spec.skip", defaultValue = "false")
    private boolean skip;

    /** What to do: pull (fetch what is missing), list, verify (compare with checksums) or remove. */
    @Parameter(property = "spec.models.task", defaultValue = "pull")
    private String task = "pull";

    /**
     * Models as hf://owner/name[@revision][/file.gguf or /onnx/model.onnx], with commas between them. Where none is named: those that the annotated
     * methods of the project name.
     */
    @Parameter(property = "spec.models")
    private @Nullable String models;

    /** With what Maven knows of the build. */
    @Inject
    public ModelsMojo(MavenProject project) {
        this.project = project;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Models are left alone: spec.skip is set.");
            return;
        }
        try {
            HubSettings settings = HubSettings.ofEnvironment();
            ModelTask chosen = ModelTask.of(task);
            List<HubLocation> locations = locations();
            if (locations.isEmpty() && chosen.wantsModels()) {
                throw new MojoFailureException(
                        "spec.models must name a model, for example hf://owner/name: no annotation of"
                                + " this project does, or spec:generate has not run yet.");
            }
            chosen.run(new ModelHub(settings), locations, getLog()::info);
        } catch (ModelLoadException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Could not read the descriptions of pipelines.", e);
        }
    }

    private List<HubLocation> locations() throws IOException {
        List<String> named = models == null
                ? DeclaredLocations.below(Path.of(
                        project.getBuild().getDirectory(), "generated-resources", "spec", "META-INF", "specula"))
                : Arrays.stream(models.split(","))
                        .map(model ->
                                model.substring(model.indexOf('=') + 1).strip()) // the bench's method=location, too
                        .filter(model -> !model.isEmpty())
                        .toList();
        return named.stream().map(HubLocation::of).distinct().toList();
    }
}
