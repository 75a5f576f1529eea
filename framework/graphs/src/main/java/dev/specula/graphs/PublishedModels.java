package dev.specula.graphs;

import dev.specula.hub.HubLocation;
import dev.specula.hub.HubSettings;
import dev.specula.hub.ModelHub;
import dev.specula.hub.TransferListener;
import dev.specula.model.ModelLoadException;
import java.nio.file.Path;
import java.util.Locale;

/** Finds models of a hub: in its cache, and on the hub only where that is allowed. */
final class PublishedModels {
    /** System property: {@code never}, the default, or {@code when-missing}. */
    static final String PULL = "specula.models.pull";

    /** The command that fetches models, in a project that has the plugin or none. */
    static final String GOAL = "mvn dev.specula:spec-maven-plugin:models";

    private PublishedModels() {}

    /** The folder or GGUF file of a model. */
    static Path directory(String location) {
        HubLocation model = HubLocation.of(location);
        ModelHub hub = new ModelHub(HubSettings.ofEnvironment());
        return pullsMissing()
                ? hub.get(model, TransferListener.NONE)
                : hub.cached(model)
                        .orElseThrow(() -> new ModelLoadException("\"" + model + "\" must be cached, but is not;"
                                + " fetch it with " + GOAL + " -Dspec.models=" + model + ", or set " + PULL
                                + " to when-missing."));
    }

    private static boolean pullsMissing() {
        String pull = System.getProperty(PULL, "never");
        return switch (pull.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "never" -> false;
            case "when-missing" -> true;
            default -> throw new ModelLoadException(PULL + " must be never or when-missing, but is \"" + pull + "\".");
        };
    }
}
