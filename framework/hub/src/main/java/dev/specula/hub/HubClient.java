package dev.specula.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.hub.HubRequests.Redirects;
import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The part of the hub's protocol that fetching needs. Thread-safe. */
final class HubClient {
    private static final int LARGEST_LISTING = 64 << 20;

    private final HubSettings settings;
    private final HubRequests requests;

    HubClient(HubSettings settings, HubRequests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    /** The commit of a revision and the files in it. */
    Snapshot snapshot(HubLocation location) {
        URI uri = uri("/api/models/" + location.repository() + "/revision/" + encode(location.revision()));
        try (HubResponse response = requests.send("GET", uri, 0, Redirects.ALL)) {
            check(response, uri, location, "");
            byte[] json = response.body().readNBytes(LARGEST_LISTING);
            return read(JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                    .getAsJsonObject());
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw new ModelLoadException(uri + " must list a repository as JSON, but does not.", e);
        } catch (IOException e) {
            throw unreachable(location, e);
        }
    }

    private static Snapshot read(JsonObject json) {
        List<String> files = new ArrayList<>();
        for (JsonElement file : json.getAsJsonArray("siblings")) {
            files.add(file.getAsJsonObject().get("rfilename").getAsString());
        }
        return new Snapshot(json.get("sha").getAsString(), files);
    }

    /** Name and size of a file's content. */
    RemoteFile about(HubLocation location, String commit, String path) {
        URI uri = content(location, commit, path);
        try (HubResponse response = requests.send("HEAD", uri, 0, Redirects.SAME_HOST)) {
            check(response, uri, location, path);
            String etag = response.header("X-Linked-Etag");
            String size = response.header("X-Linked-Size");
            etag = etag.isEmpty() ? response.header("ETag") : etag;
            size = size.isEmpty() ? response.header("Content-Length") : size;
            if (!size.matches("[0-9]{1,18}")) {
                throw new ModelLoadException("The hub must say how long " + uri + " is, but says \"" + size + "\".");
            }
            return new RemoteFile(path, RemoteName.etag(etag), Long.parseLong(size));
        } catch (IOException e) {
            throw unreachable(location, e);
        }
    }

    /** The content of a file from byte {@code from} on; the caller closes it. */
    HubResponse open(HubLocation location, String commit, String path, long from) throws IOException {
        URI uri = content(location, commit, path);
        HubResponse response = requests.send("GET", uri, from, Redirects.ALL);
        if (response.status() != 416) { // what is here already may be wrong: the caller starts again
            try {
                check(response, uri, location, path);
            } catch (ModelLoadException e) {
                response.close();
                throw e;
            }
        }
        return response;
    }

    private void check(HubResponse response, URI uri, HubLocation location, String path) {
        int status = response.status();
        if (status < 400) {
            return;
        }
        String what = location.repository() + "@" + location.revision() + (path.isEmpty() ? "" : "/" + path);
        String code = response.header("X-Error-Code");
        String advice = switch (status) {
            case 401, 403 ->
                settings.token() == null
                        ? "it may be private, gated or not exist: set HF_TOKEN to a token that may read it"
                        : code.equals("GatedRepo")
                                ? "it is gated: accept its conditions on the hub with the account of HF_TOKEN"
                                : "the token in HF_TOKEN may not read it, or it does not exist";
            case 404 ->
                code.equals("RevisionNotFound")
                        ? "the repository has no such revision"
                        : code.equals("EntryNotFound")
                                ? "the repository has no such file"
                                : "there is no such repository, or HF_TOKEN may not see it";
            default -> "try again later";
        };
        throw new ModelLoadException(
                "The hub must give " + what + ", but answered " + status + " to " + uri + ": " + advice + ".");
    }

    private ModelLoadException unreachable(HubLocation location, IOException cause) {
        return new ModelLoadException(
                "The hub at " + settings.endpoint() + " must be reachable to fetch " + location + ", but is not ("
                        + cause + "); check the network, or set HF_HUB_OFFLINE=1 to use what is cached.",
                cause);
    }

    private URI content(HubLocation location, String commit, String path) {
        String encoded =
                Arrays.stream(path.split("/", -1)).map(HubClient::encode).collect(Collectors.joining("/"));
        return uri("/" + location.repository() + "/resolve/" + encode(commit) + "/" + encoded);
    }

    private URI uri(String path) {
        return URI.create(settings.endpoint() + path);
    }

    private static String encode(String piece) {
        return URLEncoder.encode(piece, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
