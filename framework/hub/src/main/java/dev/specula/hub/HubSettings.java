package dev.specula.hub;

import dev.specula.model.ModelLoadException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which hub is asked, and where its models are kept.
 *
 * @param endpoint address of the hub
 * @param cache directory of cached models, in the hub's own layout
 * @param token sent to the endpoint's host and to no other; null without
 * @param offline whether the hub must not be asked
 */
public record HubSettings(
        URI endpoint, Path cache, @Nullable String token, boolean offline) {
    private static final String USUAL_ENDPOINT = "https://huggingface.co";
    private static final Set<String> YES = Set.of("1", "true", "yes", "on");

    /** Keeps the endpoint without a slash at its end. */
    public HubSettings {
        if (endpoint.getHost() == null || !Set.of("http", "https").contains(String.valueOf(endpoint.getScheme()))) {
            throw new ModelLoadException("HF_ENDPOINT must be an http or https address, but is \"" + endpoint + "\".");
        }
        endpoint = URI.create(endpoint.toString().replaceAll("/+$", ""));
    }

    /**
     * What the environment says, in the hub's own variables: {@code HF_ENDPOINT}, {@code HF_HUB_CACHE} or {@code HF_HOME},
     * {@code HF_TOKEN}, {@code HF_HUB_OFFLINE}. A system property of the same name counts more.
     */
    public static HubSettings ofEnvironment() {
        Map<String, String> settings = new HashMap<>(System.getenv());
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("HF_")) {
                settings.put(name, System.getProperty(name, ""));
            }
        }
        return of(settings);
    }

    static HubSettings of(Map<String, String> environment) {
        return new HubSettings(
                endpoint(environment.getOrDefault("HF_ENDPOINT", USUAL_ENDPOINT)),
                cache(environment),
                token(environment.get("HF_TOKEN")),
                YES.contains(environment.getOrDefault("HF_HUB_OFFLINE", "").toLowerCase(Locale.ROOT)));
    }

    private static URI endpoint(String address) {
        try {
            return URI.create(address.isBlank() ? USUAL_ENDPOINT : address.strip());
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    "HF_ENDPOINT must be an http or https address, but is \"" + address + "\".", e);
        }
    }

    private static Path cache(Map<String, String> environment) {
        String chosen = environment.get("HF_HUB_CACHE");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String home = environment.get("HF_HOME");
        if (home != null) {
            return Path.of(home, "hub");
        }
        String caches = environment.get("XDG_CACHE_HOME");
        Path root = caches == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return root.resolve("huggingface").resolve("hub");
    }

    private static @Nullable String token(@Nullable String token) {
        return token == null || token.isBlank() ? null : token.strip();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HubSettings[endpoint=" + endpoint + ", cache=" + cache + ", offline=" + offline + "]";
    }
}
