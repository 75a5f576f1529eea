package dev.specula.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An answer of a server; the caller closes it. */
final class HubResponse implements AutoCloseable {
    private final HttpResponse<InputStream> http;
    private final InputStream body;

    /** An answer whose body breaks off where nothing arrives for {@code patience}. */
    HubResponse(HttpResponse<InputStream> http, Duration patience) {
        this.http = http;
        this.body = new ImpatientBody(http.body(), patience);
    }

    int status() {
        return http.statusCode();
    }

    /** A header; empty if it is missing. */
    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    InputStream body() {
        return body;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
