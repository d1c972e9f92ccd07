package dev.seatkey.intake.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("S9: a plan runs from the first instant of its activation date for 365 calendar days")
class PlanTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, 2028-02-29",
        "2028-02-29, 2029-02-28",
        "2028-03-01, 2029-03-01",
        "2027-01-01, 2028-01-01",
        "2028-01-01, 2028-12-31"
    })
    void countsDaysAndNotYears(LocalDate activation, LocalDate cancellation) {
        assertThat(PlanTime.from(activation, ZoneId.of("UTC")).cancellationDate())
                .isEqualTo(cancellation);
    }

    @Test
    void startsAtOneWhereTheZoneSkipsMidnight() {
        PlanTime plan = PlanTime.from(LocalDate.of(2027, 3, 28), ZoneId.of("Asia/Beirut"));

        assertThat(plan.from()).isEqualTo(Instant.parse("2027-03-27T22:00:00Z"));
        assertThat(plan.from().atZone(ZoneId.of("Asia/Beirut")).getHour()).isEqualTo(1);
    }

    @Test
    void takesTheFirstOfTwoMidnights() {
        PlanTime plan = PlanTime.from(LocalDate.of(2027, 11, 7), ZoneId.of("America/Havana"));

        assertThat(plan.from()).isEqualTo(Instant.parse("2027-11-07T04:00:00Z"));
    }

    static Stream<Long> seeds() {
        return new Random(20270301).longs(50).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void beginsAndEndsWithTheDaysOfAnyZone(long seed) {
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 100; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            LocalDate activation = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000));

            PlanTime plan = PlanTime.from(activation, zone);

            assertThat(dayOf(plan.from(), zone)).isEqualTo(activation);
            assertThat(dayOf(plan.from().minusMillis(1), zone)).isEqualTo(activation.minusDays(1));
            assertThat(dayOf(plan.to(), zone)).isEqualTo(plan.cancellationDate());
            assertThat(dayOf(plan.to().minusMillis(1), zone))
                    .isEqualTo(plan.cancellationDate().minusDays(1));
            assertThat(ChronoUnit.DAYS.between(activation, plan.cancellationDate()))
                    .isEqualTo(365);
        }
    }

    private static LocalDate dayOf(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}
