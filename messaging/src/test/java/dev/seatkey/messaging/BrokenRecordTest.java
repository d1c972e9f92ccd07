package dev.seatkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reason of a broken record")
class BrokenRecordTest {
    @Test
    @DisplayName("stays on one line, whatever it quotes")
    void forgesNoLine() {
        var broken =
                new BrokenRecord("names a time zone that is not known: \r\n2026-01-01 INFO all is well\u2028\u001b[2J");

        assertThat(broken)
                .hasMessage(
                        "names a time zone that is not known: \uFFFD\uFFFD2026-01-01 INFO all is well\uFFFD\uFFFD[2J");
    }

    @Test
    @DisplayName("has an end, however long what it quotes")
    void floodsNoLog() {
        assertThat(new BrokenRecord("is no " + "x".repeat(1_000_000)).getMessage())
                .hasSizeLessThan(600)
                .endsWith("x …");
    }
}
