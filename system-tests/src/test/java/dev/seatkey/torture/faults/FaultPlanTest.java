package dev.seatkey.torture.faults;

import static org.assertj.core.api.Assertions.assertThat;

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
    @DisplayName("kills as often as asked for, and ends with the last kill")
    void killsAsOftenAsAsked() {
        for (var seed = 0; seed < 50; seed++) {
            var plan = draw(30, seed);
            assertThat(plan.stream().mapToInt(Fault::kills).sum()).isEqualTo(30);
            assertThat(plan.get(plan.size() - 1).kills()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("has every kind of fault in every deck, whatever the seed")
    void hasEveryKind() {
        for (var seed = 0; seed < 50; seed++) {
            var kinds = draw(60, seed).stream().map(Fault::getClass).collect(Collectors.toSet());
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
        }
    }

    private static List<Fault> draw(int kills, long seed) {
        return FaultPlan.draw(kills, new Random(seed), 2, true);
    }

    private static List<String> names(List<Fault> faults) {
        return faults.stream().map(Fault::name).toList();
    }
}
