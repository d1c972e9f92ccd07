package dev.seatkey.localstack.sales;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.seatkey.localstack.RecordedConsole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("S13: the sales list on the command line")
class SalesCommandTest {
    private final RecordedConsole terminal = new RecordedConsole();
    private final AtomicReference<URI> asked = new AtomicReference<>();
    private final HttpServer saleIntake;
    private volatile int status = 200;
    private volatile String body = "";

    SalesCommandTest() throws IOException {
        saleIntake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        saleIntake.createContext("/sales", exchange -> {
            asked.set(exchange.getRequestURI());
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        saleIntake.start();
    }

    @AfterEach
    void stop() {
        saleIntake.stop(0);
    }

    @Test
    void readsLikeAPortalsSalesScreen() {
        body = """
                {"organization": "north", "page": 0, "size": 50, "total": 2, "sales": [
                  {"saleId": "s-2", "saleName": "Spring semester", "customerId": "c-1", "customerName": "Lakeside College",
                   "status": "PENDING_APPROVAL", "numberOfUsers": 1200, "currency": "EUR",
                   "distributionPrice": 21.4900, "salesPrice": 25788.00, "activationDate": "2026-12-01",
                   "cancellationDate": "2027-12-01", "registeredAt": "2026-11-22T10:00:00Z",
                   "customerPoNumber": null, "orderNumber": "O-7", "comments": []},
                  {"saleId": "s-1", "saleName": "A name that is far too long for a column of a table",
                   "customerId": "c-2", "customerName": "Hill School", "status": "ACTIVE", "numberOfUsers": 3,
                   "currency": "JPY", "distributionPrice": 3300, "salesPrice": 9900,
                   "activationDate": "2026-11-01", "cancellationDate": "2027-11-01",
                   "registeredAt": "2026-10-30T23:59:59.5Z", "customerPoNumber": "PO-1", "orderNumber": null}]}
                """;

        var exitCode = run("--organization", "north");

        assertThat(exitCode).isZero();
        assertThat(terminal.said()).isEqualTo("""
                        Sales of north and all organizations below it

                        Registered  Sale                      Customer          Status   Users          Price  Until
                        ──────────  ────────────────────────  ────────────────  ───────  ─────  ─────────────  ──────────
                        2026-11-22  Spring semester           Lakeside College  Pending  1,200  25,788.00 EUR  2027-12-01
                        2026-10-30  A name that is far too …  Hill School       Active       3      9,900 JPY  2027-11-01

                        Sales 1 to 2 of 2.
                        """);
    }

    @Test
    void asksForWhatWasFiltered() {
        body = "{\"organization\": \"ö/1\", \"page\": 2, \"size\": 10, \"total\": 0, \"sales\": []}";

        run("--organization", "ö/1", "--status", "ACTIVE", "--text", "a&b", "--page", "3", "--size", "10");

        assertThat(asked.get())
                .extracting(URI::getRawQuery)
                .isEqualTo("organization=%C3%B6%2F1&status=ACTIVE&text=a%26b&page=2&size=10");
        assertThat(terminal.said()).contains("No sales.");
    }

    @Test
    void failsForAnUnknownOrganization() {
        status = 404;

        var exitCode = run("--organization", "nowhere");

        assertThat(exitCode).isNotZero();
        assertThat(terminal.complained()).isEqualTo("There is no organization nowhere.\n");
    }

    private int run(String... arguments) {
        return new CommandLine(new SalesCommand(terminal.console()))
                .execute(concat(
                        arguments,
                        "--url",
                        "http://localhost:" + saleIntake.getAddress().getPort()));
    }

    private static String[] concat(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
