package dev.specula.hub;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The models of a hub and those of them that are cached. Thread-safe, and safe beside other processes on the same cache.
 * Failures are {@link ModelLoadException}s that say what to do.
 */
public final class ModelHub {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final System.Logger LOG = System.getLogger(ModelHub.class.getName());

    private final HubSettings settings;
    private final HubClient client;
    private final Consumer<Duration> sleeper;

    /** A hub and cache as {@code settings} say. */
    public ModelHub(HubSettings settings) {
        this(settings, ModelHub::sleep, PATIENCE);
    }

    ModelHub(HubSettings settings, Consumer<Duration> sleeper, Duration patience) {
        this.settings = settings;
        this.sleeper = sleeper;
        this.client = new HubClient(settings, new HubRequests(settings, sleeper, patience));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelLoadException("Interrupted while waiting for the hub.", e);
        }
    }

    /** Where a model is in the cache, a folder or a GGUF file, if it is there whole. Asks nobody. */
    public Optional<Path> cached(HubLocation location) {
        HubCache cache = cache(location.repository());
        try {
            ModelFiles wanted = new ModelFiles(location);
            return cache.commit(location.revision())
                    .filter(commit -> wanted.isWhole(cache.snapshot(commit), path -> cache.lacks(commit, path)))
                    .map(commit -> cache.snapshot(commit).resolve(location.path()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Where a model is; fetched if it is not cached yet. Of a model that another program cached, what that one did not want is
     * fetched as well, if the hub can be asked.
     *
     * @throws ModelLoadException if it is not cached and cannot be fetched
     */
    public Path get(HubLocation location, TransferListener listener) {
        Optional<Path> here = cached(location);
        if (here.isEmpty()) {
            return pull(location, listener);
        }
        Optional<HubLocation> partly = partlyDescribed(location);
        if (partly.isPresent() && !settings.offline()) {
            try {
                return pull(partly.get(), listener);
            } catch (ModelLoadException e) {
                LOG.log(Level.WARNING, location + " may be described in part only, for another program cached it.", e);
            }
        }
        return here.get();
    }

    /** The cached commit of a model, if nobody asked yet for all the descriptions it may have. */
    private Optional<HubLocation> partlyDescribed(HubLocation location) {
        HubCache cache = cache(location.repository());
        try {
            return cache.commit(location.revision())
                    .filter(commit -> !new ModelFiles(location)
                            .optional().stream().allMatch(path -> cache.has(commit, path) || cache.lacks(commit, path)))
                    .map(commit -> new HubLocation(location.repository(), commit, location.path()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Fetches what is missing of a model's newest commit and returns where it is. Offline, returns what is cached.
     *
     * @throws ModelLoadException if it cannot be fetched, or is offline and not cached
     */
    public Path pull(HubLocation location, TransferListener listener) {
        if (settings.offline()) {
            return cached(location)
                    .orElseThrow(() -> new ModelLoadException(location + " must be in the cache " + settings.cache()
                            + " because HF_HUB_OFFLINE is set, but is not; unset it to fetch the model."));
        }
        Snapshot remote = client.snapshot(location);
        HubCache cache = cache(location.repository());
        ModelFiles wanted = new ModelFiles(location);
        HubDownload download = new HubDownload(client, cache, sleeper, listener);
        Path snapshot = cache.snapshot(remote.commit());
        try {
            fetch(location, remote, wanted.descriptions(remote.files()), cache, download);
            fetch(location, remote, wanted.weights(remote.files(), snapshot), cache, download);
            for (String path : wanted.looked()) {
                if (!remote.files().contains(path)) {
                    cache.rememberLacking(remote.commit(), path);
                }
            }
            cache.remember(location.revision(), remote.commit());
        } catch (IOException e) {
            throw unreadable(e);
        }
        return snapshot.resolve(location.path());
    }

    private void fetch(HubLocation location, Snapshot remote, List<String> files, HubCache cache, HubDownload download)
            throws IOException {
        for (String path : files) {
            if (!remote.files().contains(path)) {
                throw new ModelLoadException(location + " must hold " + path + ", but does not.");
            }
            if (!cache.has(remote.commit(), path)) {
                RemoteFile file = client.about(location, remote.commit(), path);
                download.fetch(location, remote.commit(), file);
                cache.link(remote.commit(), path, file.etag());
            }
        }
    }

    /** All cached models, one for each commit. */
    public List<CachedModel> list() {
        List<CachedModel> models = new ArrayList<>();
        if (!Files.isDirectory(settings.cache())) {
            return models;
        }
        try (Stream<Path> directories = Files.list(settings.cache())) {
            for (Path directory : directories.sorted().toList()) {
                String name = directory.getFileName().toString();
                if (name.startsWith(HubCache.PREFIX)) {
                    String repository = name.substring(HubCache.PREFIX.length()).replaceFirst("--", "/");
                    addCommits(repository, models);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return models;
    }

    private void addCommits(String repository, List<CachedModel> models) throws IOException {
        HubCache cache = cache(repository);
        for (String commit : cache.commits()) {
            long bytes = 0;
            List<String> files = cache.files(commit);
            for (String file : files) {
                bytes += Files.size(cache.snapshot(commit).resolve(file));
            }
            models.add(new CachedModel(repository, commit, cache.snapshot(commit), files.size(), bytes));
        }
    }

    /**
     * Reads all cached files of a model again and compares them with their checksums.
     *
     * @return paths of the files whose content is not what it was
     */
    public List<String> verify(HubLocation location) {
        HubCache cache = cache(location.repository());
        List<String> damaged = new ArrayList<>();
        try {
            String commit = cache.commit(location.revision())
                    .orElseThrow(
                            () -> new ModelLoadException(location + " is not in the cache " + settings.cache() + "."));
            for (String file : cache.files(commit)) {
                Path content = cache.snapshot(commit).resolve(file).toRealPath();
                // Where links are not allowed the content has no checksum in its name.
                if (Files.isDirectory(cache.blobs())
                        && content.startsWith(cache.blobs().toRealPath())
                        && !Checksum.holds(content, content.getFileName().toString())) {
                    damaged.add(file);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return damaged;
    }

    /** Deletes a repository from the cache, all commits of it; returns whether there was one. */
    public boolean remove(HubLocation location) {
        Path directory = cache(location.repository()).directory();
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return true;
    }

    private HubCache cache(String repository) {
        return new HubCache(settings.cache(), repository);
    }

    private ModelLoadException unreadable(IOException cause) {
        return new ModelLoadException(
                "The cache " + settings.cache() + " must be readable and writable, but is not (" + cause
                        + "); set HF_HOME to a directory that is.",
                cause);
    }
}
