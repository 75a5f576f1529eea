package dev.specula.maven;

import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that run pipelines. */
abstract class AbstractBenchMojo extends AbstractPipelinesMojo {
    /** Requests at each temperature. */
    @Parameter(property = "spec.prompts", defaultValue = "40")
    private int prompts;

    /** Temperatures of the answers. */
    @Parameter(property = "spec.temperatures", defaultValue = "0,0.8")
    private @Nullable String temperatures;

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

    AbstractBenchMojo(MavenProject project, MavenSession session, RepositorySystem repositories) {
        super(project, session, repositories);
    }

    /** A command with the options that all of these goals have. */
    Arguments command(String name) {
        return new Arguments(name)
                .with("--prompts", prompts)
                .with("--temperatures", temperatures)
                .with("--seed", seed)
                .with("--max-new-tokens", maxNewTokens)
                .with("--pictures", pictures)
                .with("--sounds", sounds)
                .with("--texts", texts)
                .with("--conditions", conditions)
                .with("--law", law)
                .with("--models", models);
    }
}
