package dev.specula.maven;

import dev.specula.hub.CachedModel;
import dev.specula.hub.HubLocation;
import dev.specula.hub.ModelHub;
import dev.specula.model.ModelLoadException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What can be done with published models. */
enum ModelTask {
    /** Fetches what is missing. */
    PULL {
        @Override
        void run(ModelHub hub, List<HubLocation> models, Consumer<String> says) {
            for (HubLocation model : models) {
                Path place = hub.pull(model, new LoggedTransfers(says));
                says.accept(model + " is in " + place);
            }
        }
    },
    /** Lists what is cached. */
    LIST {
        @Override
        void run(ModelHub hub, List<HubLocation> models, Consumer<String> says) {
            List<CachedModel> cached = hub.list();
            if (cached.isEmpty()) {
                says.accept("No model is cached.");
            }
            for (CachedModel model : cached) {
                says.accept("hf://" + model.repository() + "@" + model.commit() + ": " + model.files() + " files, "
                        + LoggedTransfers.megabytes(model.bytes()) + " MB");
            }
        }

        @Override
        boolean wantsModels() {
            return false;
        }
    },
    /** Compares what is cached with its checksums. */
    VERIFY {
        @Override
        void run(ModelHub hub, List<HubLocation> models, Consumer<String> says) {
            for (HubLocation model : models) {
                List<String> damaged = hub.verify(model);
                if (!damaged.isEmpty()) {
                    throw new ModelLoadException("The files of " + model + " must be as they were published, but "
                            + damaged + " are not; remove the model and pull it again.");
                }
                says.accept("All files of " + model + " are as they were published.");
            }
        }
    },
    /** Deletes what is cached. */
    REMOVE {
        @Override
        void run(ModelHub hub, List<HubLocation> models, Consumer<String> says) {
            for (HubLocation model : models) {
                says.accept(
                        hub.remove(model)
                                ? "Removed " + model.repository() + "."
                                : model.repository() + " was not cached.");
            }
        }
    };

    static ModelTask of(String name) {
        for (ModelTask task : values()) {
            if (task.name().equalsIgnoreCase(name.strip())) {
                return task;
            }
        }
        String all = Arrays.stream(values())
                .map(task -> task.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new ModelLoadException("spec.models.task must be one of " + all + ", but is \"" + name + "\".");
    }

    /** Does it, one model after the other. */
    abstract void run(ModelHub hub, List<HubLocation> models, Consumer<String> says);

    /** Whether models have to be named. */
    boolean wantsModels() {
        return true;
    }
}
