package dev.specula.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/** An answer of a server; the caller closes it. */
record HubResponse(HttpResponse<InputStream> http) implements AutoCloseable {
    int status() {
        return http.statusCode();
    }

    /** A header; empty if it is missing. */
    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    InputStream body() {
        return http.body();
    }

    @Override
    public void close() throws IOException {
        http.body().close();
    }
}
