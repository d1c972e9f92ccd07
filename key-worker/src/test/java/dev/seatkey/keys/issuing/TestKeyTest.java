package dev.seatkey.keys.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.keys.samples.Causes;
import dev.seatkey.messaging.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestKeyTest {
    private static final Instant START = Instant.parse("2027-03-01T10:15:00Z");
    private static final Instant PLAN_TO = Instant.parse("2028-02-29T00:00:00Z");
    private static final Cause LAUNCH = Causes.record("launch", START);

    @Test
    @DisplayName("K7: the first term lasts 180 days")
    void firstTermLasts180Days() {
        TestKey key = keyFrom(START, "UTC", PLAN_TO);

        assertThat(key.terms()).containsExactly(new Term(1, START, START.plus(Duration.ofDays(180)), LAUNCH));
        assertThat(key.dueAt()).isEqualTo(key.lastTerm().to());
    }

    @Test
    @DisplayName("K7: a term is renewed at the instant at which it has run out, not before")
    void renewsAKeyWhoseTermRanOut() {
        TestKey key = keyFrom(START, "UTC", PLAN_TO);
        Instant end = key.lastTerm().to();

        assertThat(key.renewedUntil(end.minusMillis(1), Causes.record("due", end)))
                .isSameAs(key);
        assertThat(key.renewedUntil(end, Causes.record("due", end)).terms()).hasSize(2);
    }

    @Test
    @DisplayName("K7: after a pause of any length no term is left out, and each starts where the last one ended")
    void leavesNoTermOut() {
        TestKey key = keyFrom(START, "UTC", START.plus(Duration.ofDays(3650)));

        TestKey renewed = key.renewedUntil(START.plus(Duration.ofDays(1000)), Causes.record("due", START));

        assertThat(renewed.terms()).extracting(Term::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertContiguous(renewed.terms());
    }

    @Test
    @DisplayName("K7: a term that runs out at or after the plan's end is not renewed")
    void doesNotRenewAtThePlansEnd() {
        Instant end = START.plus(Duration.ofDays(180));
        TestKey key = keyFrom(START, "UTC", end);

        assertThat(key.renewedUntil(end.plus(Duration.ofDays(9)), Causes.record("due", end)))
                .isSameAs(key);
    }

    @Test
    @DisplayName("K8: closes at the plan's end, with every term that began before it")
    void closesAtThePlansEnd() {
        TestKey key = keyFrom(START, "UTC", PLAN_TO);
        Cause due = Causes.record("due", PLAN_TO.plus(Duration.ofDays(700)));

        TestKey closed = key.caughtUpWith(due.at(), due);

        assertThat(closed.terms()).hasSize(3);
        assertThat(closed.closing()).isEqualTo(new Closing(Closing.Reason.PLAN_ENDED, PLAN_TO, due));
        assertThat(closed.position()).isEqualTo(4);
        assertThat(closed.dueAt()).isNull();
        assertThat(closed.usableUntil(closed.lastTerm())).isEqualTo(PLAN_TO);
    }

    @Test
    @DisplayName("K8: a closed key stays as it is")
    void aClosedKeyStaysAsItIs() {
        TestKey closed = keyFrom(START, "UTC", PLAN_TO).caughtUpWith(PLAN_TO, Causes.record("due", PLAN_TO));

        assertThat(closed.caughtUpWith(PLAN_TO.plusSeconds(1), Causes.record("again", PLAN_TO.plusSeconds(1))))
                .isEqualTo(closed);
    }

    @ParameterizedTest
    @DisplayName("K7: days are counted in the plan's time zone, from the first term's start")
    @CsvSource({
        // The same time of day, an hour of daylight saving time apart.
        "Europe/Berlin, 2027-01-10T09:00, 2027-07-09T09:00, 2028-01-05T09:00",
        // The first end falls into the hour that is left out; the ones after it do not keep the shift.
        "America/New_York, 2026-09-15T02:30, 2027-03-14T03:30, 2027-09-10T02:30",
        // A day without a midnight.
        "America/Asuncion, 2023-04-06T00:00, 2023-10-03T00:00, 2024-03-31T00:00",
        // Half an hour of daylight saving time.
        "Australia/Lord_Howe, 2027-01-01T12:00, 2027-06-30T12:00, 2027-12-27T12:00",
        // Across a leap day.
        "UTC, 2027-09-05T00:00, 2028-03-03T00:00, 2028-08-30T00:00"
    })
    void countsDaysInThePlansZone(String zone, LocalDateTime start, LocalDateTime first, LocalDateTime second) {
        ZoneId id = ZoneId.of(zone);
        TestKey key = keyFrom(
                start.atZone(id).toInstant(),
                zone,
                start.plusYears(3).atZone(id).toInstant());

        TestKey renewed = key.renewedUntil(key.lastTerm().to(), Causes.record("due", START));

        assertThat(renewed.terms())
                .extracting(term -> term.to().atZone(id).toLocalDateTime())
                .containsExactly(first, second);
    }

    static Stream<Long> seeds() {
        return new Random(7).longs(200).boxed();
    }

    @ParameterizedTest
    @DisplayName("K7, K8: whatever the zone, the length and the pauses, terms are contiguous and reach the plan's end")
    @MethodSource("seeds")
    void termsAreContiguous(long seed) {
        Random random = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        ZonedDateTime start = LocalDate.of(2026, 1, 1)
                .plusDays(random.nextInt(900))
                .atStartOfDay(zone)
                .plusSeconds(random.nextInt(86_400));
        Instant planTo = start.plusDays(1 + random.nextInt(800)).toInstant();
        TestKey key = keyFrom(start.toInstant(), zone.getId(), 1 + random.nextInt(200), planTo);
        TestKey atOnce = key.caughtUpWith(planTo, LAUNCH);

        for (Instant now = start.toInstant();
                now.isBefore(planTo);
                now = now.plusSeconds(1 + random.nextInt(9_000_000))) {
            key = key.caughtUpWith(now, LAUNCH);
            assertThat(key.termAt(now).from()).isBeforeOrEqualTo(now);
            assertThat(key.termAt(now).to()).isAfter(now);
            assertThat(key.closing()).isNull();
        }
        key = key.caughtUpWith(planTo, LAUNCH);

        assertContiguous(key.terms());
        assertThat(key.lastTerm().from()).isBefore(planTo);
        assertThat(key.lastTerm().to()).isAfterOrEqualTo(planTo);
        assertThat(key).isEqualTo(atOnce);
    }

    private static void assertContiguous(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            assertThat(terms.get(i).from()).isEqualTo(terms.get(i - 1).to());
            assertThat(terms.get(i).number()).isEqualTo(i + 1);
            assertThat(terms.get(i).to()).isAfter(terms.get(i).from());
        }
    }

    private static TestKey keyFrom(Instant start, String zone, Instant planTo) {
        return keyFrom(start, zone, 180, planTo);
    }

    private static TestKey keyFrom(Instant start, String zone, int days, Instant planTo) {
        return TestKey.issued(
                new UUID(1, 1),
                KeyCode.carrying(new byte[15]),
                new KeyHolder("sale", 1, "acme", new Learner("lms", "ann")),
                "algebra",
                new Timetable(start, ZoneId.of(zone), days, planTo),
                LAUNCH);
    }
}
