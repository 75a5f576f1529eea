package dev.specula.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A hub with one repository, and the server that large files lie on; both speak the hub's protocol and fail on demand. */
final class FakeHub implements AutoCloseable {
    static final String REPOSITORY = "owner/model";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** A request as it arrived. */
    record Request(String server, String method, String path, String range, String authorization) {}

    /** What a file's answers say instead of the truth. */
    record Lie(String etag, String size) {}

    private final HttpServer hub;
    private final HttpServer storage;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, byte[]> sent = new LinkedHashMap<>();
    private final Map<String, Lie> lies = new LinkedHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Map.Entry<Integer, String>> refusals = new ArrayDeque<>();
    private final Deque<Integer> cuts = new ArrayDeque<>();
    private final AtomicBoolean stalls = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private String commit = COMMIT;
    private String errorCode = "";
    private boolean takesRanges = true;

    FakeHub() {
        hub = start("hub");
        storage = start("storage");
    }

    private HttpServer start(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                try (exchange) {
                    answer(name, exchange);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    FakeHub file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    FakeHub file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** A model with all that is wanted of one; weights of {@code size} bytes. */
    FakeHub model(int size) {
        byte[] weights = new byte[size];
        for (int i = 0; i < size; i++) {
            weights[i] = (byte) (i * 31 + i / 251);
        }
        return file("config.json", "{}")
                .file("tokenizer.json", "{\"model\": {}}")
                .file("model.safetensors", weights);
    }

    byte[] content(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException(path);
        }
        return content;
    }

    /** Answers the next request with a status, and a time to come back where it is not empty. */
    FakeHub refuse(int status, String retryAfter) {
        refusals.add(Map.entry(status, retryAfter));
        return this;
    }

    FakeHub errorCode(String code) {
        errorCode = code;
        return this;
    }

    /** Closes the connection of the next content after so many bytes. */
    FakeHub cutAfter(int bytes) {
        cuts.add(bytes);
        return this;
    }

    /** Sends no more of the next content after so many bytes, and leaves the connection open. */
    FakeHub stallAfter(int bytes) {
        stalls.set(true);
        return cutAfter(bytes);
    }

    FakeHub withoutRanges() {
        takesRanges = false;
        return this;
    }

    /** Sends another content than the one it states. */
    FakeHub send(String path, byte[] content) {
        sent.put(path, content);
        return this;
    }

    FakeHub lie(String path, String etag, String size) {
        lies.put(path, new Lie(etag, size));
        return this;
    }

    FakeHub commit(String next) {
        commit = next;
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    long contents(String path) {
        return requests.stream()
                .filter(request ->
                        request.server().equals("storage") && request.path().endsWith(path))
                .count();
    }

    private void answer(String server, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                server,
                exchange.getRequestMethod(),
                path,
                String.valueOf(exchange.getRequestHeaders().getFirst("Range")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        Map.Entry<Integer, String> refusal;
        synchronized (refusals) {
            refusal = refusals.poll();
        }
        if (refusal != null) {
            Headers headers = exchange.getResponseHeaders();
            if (!refusal.getValue().isEmpty()) {
                headers.set("Retry-After", refusal.getValue());
            }
            headers.set("X-Error-Code", errorCode);
            exchange.sendResponseHeaders(refusal.getKey(), -1);
        } else if (server.equals("storage")) {
            content(exchange, path.substring(1));
        } else if (path.startsWith("/api/models/" + REPOSITORY + "/revision/")) {
            listing(exchange);
        } else if (path.startsWith("/" + REPOSITORY + "/resolve/")) {
            resolve(exchange, path.substring(path.indexOf('/', REPOSITORY.length() + 10) + 1));
        } else {
            exchange.getResponseHeaders().set("X-Error-Code", "RepoNotFound");
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void listing(HttpExchange exchange) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("sha", commit);
        JsonArray siblings = new JsonArray();
        for (String file : files.keySet()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("rfilename", file);
            siblings.add(entry);
        }
        json.add("siblings", siblings);
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Weights lie on the other server; everything else is answered here. */
    private void resolve(HttpExchange exchange, String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        boolean large = path.endsWith(".safetensors") || path.endsWith(".gguf") || path.endsWith(".onnx");
        Lie lie = lies.getOrDefault(path, new Lie(etag(content, large), String.valueOf(content.length)));
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Repo-Commit", commit);
        if (large) {
            headers.set("X-Linked-Etag", "\"" + lie.etag() + "\"");
            headers.set("X-Linked-Size", lie.size());
            headers.set("Location", "http://localhost:" + storage.getAddress().getPort() + "/" + path);
            exchange.sendResponseHeaders(302, -1);
            return;
        }
        headers.set("ETag", "W/\"" + lie.etag() + "\"");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", lie.size());
            exchange.sendResponseHeaders(200, -1);
        } else {
            content(exchange, path);
        }
    }

    private void content(HttpExchange exchange, String path) throws IOException {
        byte[] content = sent.getOrDefault(path, content(path));
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null || !takesRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0 && from >= content.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length == from ? -1 : content.length - from);
        Integer cut;
        synchronized (cuts) {
            cut = cuts.poll();
        }
        int end = cut == null ? content.length : Math.min(content.length, from + cut);
        exchange.getResponseBody().write(Arrays.copyOfRange(content, from, end));
        exchange.getResponseBody().flush();
        if (end < content.length && stalls.getAndSet(false)) {
            await();
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The SHA-256 of large files, Git's hash of small ones. */
    static String etag(byte[] content, boolean large) {
        try {
            MessageDigest digest = MessageDigest.getInstance(large ? "SHA-256" : "SHA-1");
            if (!large) {
                digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        hub.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }
}
