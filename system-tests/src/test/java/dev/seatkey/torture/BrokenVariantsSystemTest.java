package dev.seatkey.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.torture.inside.BrokenVariant;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The judge finds what is broken. One or two minutes for each mistake:
 *
 * <pre>./mvnw -pl system-tests -am verify -Dtest=None -Dit.test=BrokenVariantsSystemTest -Dseatkey.broken=all \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
@EnabledIfSystemProperty(named = "seatkey.broken", matches = "all", disabledReason = "Takes half an hour")
@DisplayName("The product under torture, with a mistake built in")
class BrokenVariantsSystemTest {
    private static final long SEED = 7;

    /** They need no fault to leave something unanswered, since some messages are sent twice. */
    private static final Set<BrokenVariant> LEAVING_COPIES_UNANSWERED = Set.of(BrokenVariant.EVENTS_ONLY_WHEN_CHANGED);

    @ParameterizedTest
    @EnumSource
    @DisplayName("breaks the promise that the mistake is there for")
    void breaksItsPromise(BrokenVariant mistake) {
        var scale = new Scale(3, SEED, 6_000, 60, 3, 2, mistake);

        var verdicts = TortureCommand.run(
                scale, Path.of("target", "broken", mistake.title()), Optional.empty(), Console.standard(false));

        assertThat(verdicts.stream().filter(each -> !each.isKept()).map(Verdict::name))
                .contains(mistake.breaks().get(0));
        if (!LEAVING_COPIES_UNANSWERED.contains(mistake)) {
            assertThat(verdicts.stream().flatMap(each -> each.broken().stream()))
                    .as("what the mistake breaks, and not the product without any fault")
                    .noneMatch(shortcoming -> shortcoming.contains("before anything was broken"));
        }
    }
}
