package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry in trouble is never taken for a broken record. */
class AvroFormatTest {
    private static final byte[] RECORD = {0, 0, 0, 0, 7, 1, 2, 3};

    private final HttpServer registry = server();
    private final AvroFormat format =
            new AvroFormat(Map.of("schema.registry.url", url(), "max.retries", 0, "http.read.timeout.ms", 200));

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

    @ParameterizedTest
    @ValueSource(strings = {"", "schema.registry."})
    @DisplayName("It logs in at the registry as it is told, under both names that the settings have")
    void logsIn(String prefix) {
        var authorizations = new ConcurrentLinkedQueue<String>();
        registry.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.close();
        });
        AvroFormat loggingIn = new AvroFormat(Map.of(
                "schema.registry.url",
                url(),
                "max.retries",
                0,
                prefix + "basic.auth.credentials.source",
                "USER_INFO",
                prefix + "basic.auth.user.info",
                "seatkey:secret"));

        assertThatThrownBy(() -> loggingIn.decode(RECORD)).isInstanceOf(PassingFault.class);

        String expected = "Basic " + Base64.getEncoder().encodeToString("seatkey:secret".getBytes(UTF_8));
        assertThat(authorizations).isNotEmpty().allMatch(expected::equals);
    }

    @Test
    @DisplayName("With no settings but its address, a registry that fails once is asked again")
    void asksAgain() {
        var asked = new AtomicInteger();
        registry.createContext("/", exchange -> {
            boolean fails = asked.incrementAndGet() == 1;
            answer(exchange, fails ? 500 : 404, "{\"error_code\": 40403, \"message\": \"Schema 7 not found\"}");
        });

        assertThatThrownBy(() -> new AvroFormat(Map.of("schema.registry.url", url())).decode(RECORD))
                .isInstanceOf(BrokenRecord.class);
        assertThat(asked).hasValue(2);
    }

    private String url() {
        return "http://127.0.0.1:" + registry.getAddress().getPort();
    }

    /** Neither what comes in nor what goes out is to blame. */
    private void assertAway() {
        assertThatThrownBy(() -> format.decode(RECORD)).isInstanceOf(PassingFault.class);
        assertThatThrownBy(() -> format.encode("topic", new WorkDue("work", "id", Instant.EPOCH)))
                .isInstanceOf(PassingFault.class);
    }

    private void answering(int status, String body) {
        registry.createContext("/", exchange -> answer(exchange, status, body));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
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
