package dev.specula.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The class files of all modules of the reactor, found through the root POM: a new module is held to the rules at once. */
final class BuiltModules implements LocationProvider {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    @Override
    public Set<Location> get(Class<?> testClass) {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        String reactor;
        try {
            reactor = Files.readString(root.resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException("The root POM must be two directories above this module.", e);
        }
        Set<Location> built = MODULE.matcher(reactor)
                .results()
                .map((MatchResult module) -> root.resolve(module.group(1)).resolve("target/classes"))
                .filter(Files::isDirectory)
                .map(Location::of)
                .collect(Collectors.toSet());
        if (built.isEmpty()) {
            throw new IllegalStateException(
                    "No module is built yet; run the tests of the whole reactor in " + root + ".");
        }
        return built;
    }
}
