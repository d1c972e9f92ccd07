package dev.seatkey.bench.arena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a worker tells Prometheus. */
final class Metrics {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Metrics() {}

    /** Bytes that were taken of the heap: as collections of the young generation have noticed, and what lies in it since the last. */
    static double allocatedBytes(String url) {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus")).build();
        try {
            return HTTP.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("jvm_gc_memory_allocated_bytes_total")
                            || line.startsWith("jvm_memory_used_bytes") && line.contains("id=\"Eden Space\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking for metrics", asked);
        }
    }
}
