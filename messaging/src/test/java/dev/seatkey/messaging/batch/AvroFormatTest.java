package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.PassingFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry in trouble is never taken for a broken record. */
class AvroFormatTest {
    private static final byte[] RECORD = {0, 0, 0, 0, 7, 1, 2, 3};

    private final HttpServer registry = server();
    private final AvroFormat format = new AvroFormat(Map.of(
            "schema.registry.url",
            "http://127.0.0.1:" + registry.getAddress().getPort(),
            "max.retries",
            0,
            "http.read.timeout.ms",
            200));

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 429, 500, 502, 503, 504})
    void aRegistryThatAnswersAnythingElseIsAway(int status) {
        answering(status, "{\"error_code\": " + status + ", \"message\": \"no\"}");

        assertAway();
    }

    @Test
    void aRegistryThatDoesNotAnswerIsAway() {
        registry.createContext("/", exchange -> {});

        assertAway();
    }

    @Test
    void aRegistryThatRefusesConnectionsIsAway() {
        registry.stop(0);

        assertAway();
    }

    @Test
    void aRegistryThatBreaksConnectionsOffIsAway() {
        registry.createContext("/", HttpExchange::close);

        assertAway();
    }

    @Test
    void aSchemaIdThatTheRegistryDoesNotKnowIsBroken() {
        answering(404, "{\"error_code\": 40403, \"message\": \"Schema 7 not found\"}");

        assertThatThrownBy(() -> format.decode(RECORD))
                .isInstanceOf(BrokenRecord.class)
                .hasMessageContaining("no schema with id 7");
    }

    /** Neither what comes in nor what goes out is to blame. */
    private void assertAway() {
        assertThatThrownBy(() -> format.decode(RECORD)).isInstanceOf(PassingFault.class);
        assertThatThrownBy(() -> format.encode("topic", new WorkDue("work", "id", Instant.EPOCH)))
                .isInstanceOf(PassingFault.class);
    }

    private void answering(int status, String body) {
        registry.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
