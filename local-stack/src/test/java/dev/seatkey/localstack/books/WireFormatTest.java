package dev.seatkey.localstack.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The books leave no record out because the registry is in trouble")
class WireFormatTest {
    private static final byte[] RECORD = {0, 0, 0, 0, 7, 1, 2, 3};

    private final HttpServer registry;
    private final WireFormat format;

    WireFormatTest() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.start();
        format = new WireFormat(
                "http://127.0.0.1:" + registry.getAddress().getPort(),
                Map.of("max.retries", 0, "http.read.timeout.ms", 200));
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 502, 503, 504})
    void aRegistryThatAnswersAnythingElseIsAway(int status) {
        answering(status, "{\"error_code\": " + status + ", \"message\": \"no\"}");

        assertThatThrownBy(this::decode).isInstanceOf(KafkaException.class);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsAway() {
        registry.createContext("/", exchange -> {});

        assertThatThrownBy(this::decode).isInstanceOf(KafkaException.class);
    }

    @Test
    void aRegistryThatRefusesConnectionsIsAway() {
        registry.stop(0);

        assertThatThrownBy(this::decode).isInstanceOf(KafkaException.class);
    }

    @Test
    void aSchemaThatTheRegistryDoesNotKnowCannotBeRead() {
        answering(404, "{\"error_code\": 40403, \"message\": \"Schema 7 not found\"}");

        assertThatThrownBy(this::decode).isInstanceOf(WireFormat.Unreadable.class);
    }

    @Test
    void tornBytesCannotBeRead() {
        answering(200, "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}");

        assertThatThrownBy(this::decode).isInstanceOf(WireFormat.Unreadable.class);
    }

    private void decode() throws WireFormat.Unreadable {
        var unused = format.decode("test-launches", RECORD);
    }

    private void answering(int status, String json) {
        registry.createContext("/", exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
