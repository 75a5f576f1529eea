package dev.specula.maven;

import java.io.File;
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

/** Measures the pipelines of the project against decoding without speculation. */
@Mojo(name = "bench", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class BenchMojo extends AbstractBenchMojo {
    /** How often all requests are answered, after once to warm up. */
    @Parameter(property = "spec.bench.repeats", defaultValue = "5")
    private int repeats;

    /** Formats that the fastest plain decoding is looked for in. */
    @Parameter(property = "spec.bench.plainWeights", defaultValue = "f32,ri8,int4")
    private String plainWeights = "";

    /** Things to ask about to tell the quality of a weight format. */
    @Parameter(property = "spec.bench.quality", defaultValue = "200")
    private int quality;

    /** Most drafted states of a round of denoising pipelines, with commas between them; as planned where none is given. */
    @Parameter(property = "spec.bench.windows")
    private @Nullable String windows;

    /** Where the results go as JSON. */
    @Parameter(property = "spec.bench.json", defaultValue = "${project.build.directory}/spec/bench.json")
    private @Nullable File json;

    /** Where the results go as a page with plots. */
    @Parameter(property = "spec.bench.html", defaultValue = "${project.build.directory}/spec/bench.html")
    private @Nullable File html;

    /** With what Maven knows of the build. */
    @Inject
    public BenchMojo(MavenProject project, MavenSession session, RepositorySystem repositories) {
        super(project, session, repositories);
    }

    @Override
    Arguments arguments() {
        return command("bench")
                .with("--repeats", repeats)
                .with("--plain-weights", plainWeights)
                .with("--quality", quality)
                .with("--windows", windows)
                .with("--json", json)
                .with("--html", html);
    }
}
