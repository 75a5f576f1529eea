package dev.specula.spring.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Starts contexts that must fail, and asks all registered analysers in their order, as Spring Boot does. */
final class Analyses {
    private Analyses() {}

    static FailureAnalysis ofStart(ApplicationContextRunner runner, String yaml) {
        ConfigurableApplicationContext[] contexts = new ConfigurableApplicationContext[1];
        FailureAnalysis[] analyses = new FailureAnalysis[1];
        runner.withInitializer(context -> contexts[0] = context)
                .withInitializer(context -> addYaml(context, yaml))
                .run(context -> {
                    assertThat(context).hasFailed();
                    analyses[0] = analyse(contexts[0], Objects.requireNonNull(context.getStartupFailure()));
                });
        return analyses[0];
    }

    private static void addYaml(ConfigurableApplicationContext context, String yaml) {
        try {
            new YamlPropertySourceLoader()
                    .load("test.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "test.yml"))
                    .forEach(context.getEnvironment().getPropertySources()::addFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FailureAnalysis analyse(ConfigurableApplicationContext context, Throwable failure) {
        ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, unusable) -> {}))
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no analyser explains this failure", failure));
    }
}
