package dev.specula.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * The class path of a project with the bench at its end. The bench is resolved when it is run, so that generating needs no
 * engine; where both have an artifact, the project's version counts.
 */
record BenchClassPath(RepositorySystem repositories, RepositorySystemSession session) {
    List<Path> of(MavenProject project, String version)
            throws DependencyResolutionException, DependencyResolutionRequiredException {
        List<Path> classPath = new ArrayList<>();
        project.getRuntimeClasspathElements().forEach(element -> classPath.add(Path.of(element)));
        Set<String> known = project.getArtifacts().stream()
                .map(artifact -> ArtifactUtils.versionlessKey(artifact.getGroupId(), artifact.getArtifactId()))
                .collect(Collectors.toSet());
        Artifact bench = new DefaultArtifact("dev.specula", "specula-bench", "jar", version);
        CollectRequest wanted =
                new CollectRequest(new Dependency(bench, "runtime"), project.getRemoteProjectRepositories());
        for (ArtifactResult result : repositories
                .resolveDependencies(session, new DependencyRequest(wanted, null))
                .getArtifactResults()) {
            Artifact artifact = result.getArtifact();
            if (!known.contains(ArtifactUtils.versionlessKey(artifact.getGroupId(), artifact.getArtifactId()))) {
                classPath.add(artifact.getFile().toPath());
            }
        }
        return classPath;
    }
}
