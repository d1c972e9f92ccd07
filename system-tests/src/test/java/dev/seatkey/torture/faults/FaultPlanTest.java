package dev.seatkey.torture.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.torture.inside.CrashPoint;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan of faults")
class FaultPlanTest {
    @Test
    @DisplayName("is the same for the same seed, and another for another")
    void followsFromItsSeed() {
        assertThat(names(draw(50, 7))).isEqualTo(names(draw(50, 7))).isNotEqualTo(names(draw(50, 8)));
    }

    @Test
    @DisplayName("kills as often as asked for")
    void killsAsOftenAsAsked() {
        for (var kills = 1; kills < 60; kills++) {
            assertThat(draw(kills, kills).stream().mapToInt(Fault::kills).sum()).isEqualTo(kills);
        }
    }

    @Test
    @DisplayName("has every kind of fault, whatever the seed, also where it kills but ten times")
    void hasEveryKind() {
        for (var seed = 0; seed < 50; seed++) {
            var plan = draw(10, seed);
            var kinds = plan.stream().map(Fault::getClass).collect(Collectors.toSet());
            assertThat(kinds)
                    .contains(
                            KillWorker.class,
                            CrashAtPoint.class,
                            RollingRestart.class,
                            JoinAndLeave.class,
                            Zombie.class,
                            KillBroker.class,
                            KillStore.class,
                            BadNetwork.class,
                            BadMailServer.class,
                            RegistryAwayAtStart.class);
            assertThat(names(plan)).contains("registry away");
        }
    }

    @Test
    @DisplayName("crashes at each point that an operator would fear most, also where it kills but ten times")
    void hasThePointsThatMatter() {
        for (var seed = 0; seed < 50; seed++) {
            assertThat(draw(10, seed).stream().flatMap(fault -> fault.point().stream()))
                    .contains(
                            CrashPoint.POLLED,
                            CrashPoint.WRITTEN,
                            CrashPoint.SENT,
                            CrashPoint.COMMITTED,
                            CrashPoint.MAIL_ACCEPTED);
        }
    }

    private static List<Fault> draw(int kills, long seed) {
        return FaultPlan.draw(kills, new Random(seed), 2, true);
    }

    private static List<String> names(List<Fault> faults) {
        return faults.stream().map(Fault::name).toList();
    }
}
