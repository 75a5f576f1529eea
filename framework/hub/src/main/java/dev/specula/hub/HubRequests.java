package dev.specula.hub;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests: again after pauses where a server is busy or a connection breaks, and through redirects, to which the token
 * goes only where they stay on the endpoint's host. Thread-safe.
 */
final class HubRequests {
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> BUSY = Set.of(408, 429, 500, 502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER) // the client would take the token along
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final HubSettings settings;
    private final Consumer<Duration> sleeper;
    private final Duration patience;

    /**
     * Requests as {@code settings} say.
     *
     * @param patience how long a body may send nothing
     */
    HubRequests(HubSettings settings, Consumer<Duration> sleeper, Duration patience) {
        this.settings = settings;
        this.sleeper = sleeper;
        this.patience = patience;
    }

    /** Which redirects are followed. */
    enum Redirects {
        /** All: the content may lie elsewhere. */
        ALL,
        /** On the same host only: headers about the content are on the endpoint's last answer. */
        SAME_HOST
    }

    /**
     * Makes a request and returns the answer, whatever its status, unless that asks to come back.
     *
     * @param from first byte that is wanted
     * @throws IOException if the server cannot be reached
     * @throws ModelLoadException if it stays busy
     */
    HubResponse send(String method, URI uri, long from, Redirects redirects) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Duration pause;
            try {
                HubResponse response = follow(method, uri, from, redirects);
                if (!BUSY.contains(response.status())) {
                    return response;
                }
                response.close();
                pause = pause(response, uri, attempt);
            } catch (IOException e) {
                if (attempt == Pauses.MOST_ATTEMPTS) {
                    throw e;
                }
                pause = Pauses.after(attempt);
            }
            sleeper.accept(pause);
        }
    }

    private static Duration pause(HubResponse response, URI uri, int attempt) {
        Duration pause = Pauses.asked(response.header("Retry-After"), attempt);
        if (pause == null || attempt == Pauses.MOST_ATTEMPTS) {
            throw new ModelLoadException("The hub must answer " + uri + ", but says " + response.status() + " to "
                    + attempt + " requests"
                    + (pause == null ? " and to come back after " + response.header("Retry-After") : "")
                    + "; try again later"
                    + (response.status() == 429 ? ", or set HF_TOKEN: limits are higher with one" : "")
                    + ".");
        }
        return pause;
    }

    private HubResponse follow(String method, URI start, long from, Redirects redirects) throws IOException {
        URI uri = start;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HubResponse response = once(method, uri, from);
            String location = response.header("Location");
            if (response.status() < 300 || response.status() > 399 || location.isEmpty()) {
                return response;
            }
            URI next = target(uri, location);
            if (redirects == Redirects.SAME_HOST && !sameHost(uri, next)) {
                return response;
            }
            response.close();
            uri = next;
        }
        throw new ModelLoadException(
                "A request must end after " + MOST_REDIRECTS + " redirects, but " + start + " does not.");
    }

    private static URI target(URI from, String location) {
        URI next;
        try {
            next = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(from + " redirects to \"" + location + "\", which is no address.", e);
        }
        boolean web = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
        boolean weaker = "https".equals(from.getScheme()) && "http".equals(next.getScheme());
        if (!web || weaker || next.getHost() == null) {
            throw new ModelLoadException(from + " must redirect to an https address, but redirects to " + next + ".");
        }
        return next;
    }

    private HubResponse once(String method, URI uri, long from) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60)) // until the headers are here
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", "specula")
                .header("Accept-Encoding", "identity");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        @Nullable String token = settings.token();
        if (token != null && sameHost(settings.endpoint(), uri)) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new HubResponse(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelLoadException("Interrupted while asking " + uri + ".", e);
        }
    }

    /** Whether both are the same server over the same protocol. */
    private static boolean sameHost(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort()
                && String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme());
    }
}
