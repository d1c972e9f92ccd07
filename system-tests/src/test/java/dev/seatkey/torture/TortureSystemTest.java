package dev.seatkey.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.console.Console;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The product under torture: ten kills, and whatever else goes wrong between them")
class TortureSystemTest {
    /** Its faults are of all kinds; any other seed must do as well. */
    private static final long SEED = 20;

    @Test
    @DisplayName("keeps every promise")
    void keepsEveryPromise() {
        // given sales, decisions and launches of three years, some of them doubled, late, wrong or broken
        var scale = new Scale(10, SEED, 8_000, 120, 3, 2, null);

        // when ten processes are killed and networks, servers and consumer groups disturbed while they are handled
        var verdicts =
                TortureCommand.run(scale, Path.of("target", "torture"), Optional.empty(), Console.standard(false));

        // then
        assertThat(verdicts).hasSizeGreaterThan(11).allSatisfy(verdict -> assertThat(verdict.broken())
                .as(verdict.text())
                .isEmpty());
    }
}
