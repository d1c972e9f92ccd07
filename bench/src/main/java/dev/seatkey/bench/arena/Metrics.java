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

    /** Bytes that were taken of the heap, as far as collections of the young generation have noticed. */
    static double allocatedBytes(String url) {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus")).build();
        try {
            return HTTP.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("jvm_gc_memory_allocated_bytes_total"))
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
