package dev.seatkey.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.keys.issuing.Learner;
import dev.seatkey.keys.issuing.Seat;
import dev.seatkey.keys.issuing.Seats;
import dev.seatkey.messaging.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("K3: the seats in the store")
class SeatsIT {
    private static final OnOneStore STORE = new OnOneStore();

    private final MongoDatabase database = STORE.emptyDatabase();
    private final Seats seats = OnOneStore.seats(database);

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    @DisplayName("of plans that several consumers serve, those are taken that come before the one that was refused")
    void seatsAreTakenUpToTheFirstThatIsRefused() {
        // given that somebody else has taken the first seat of the plan in the middle
        seats.take(List.of(seat("b", 1, "somebody else")));

        // when
        var taken = seats.take(List.of(
                seat("a", 1, "ada"),
                seat("b", 1, "ada"),
                seat("c", 1, "ada"),
                seat("b", 2, "ben"),
                seat("a", 2, "ben")));

        // then
        assertThat(taken).containsExactly(seat("a", 1, "ada"), seat("a", 2, "ben"));
        assertThat(seats.taken("a")).isEqualTo(2);
        assertThat(seats.taken("b")).as("no number is left out").isEqualTo(1);
        assertThat(seats.taken("c")).isZero();
    }

    @Test
    @DisplayName("of more seats than are sent at once, none is taken after one of its plan that was refused")
    void noSeatIsTakenAfterOneThatWasRefused() {
        // given
        seats.take(List.of(seat("large", 450, "somebody else")));

        // when
        var wanted = IntStream.rangeClosed(1, 1_200)
                .mapToObj(number -> seat("large", number, "learner " + number))
                .toList();
        var taken = seats.take(Stream.concat(wanted.stream(), Stream.of(seat("later", 1, "ada")))
                .toList());

        // then
        assertThat(taken).hasSize(450).endsWith(seat("later", 1, "ada"));
        assertThat(seats.taken("large")).isEqualTo(450);
    }

    @Test
    @DisplayName("a learner who has a seat already takes none, and leaves no gap in the numbers")
    void aClaimThatIsHeldLeavesNoGap() {
        // given
        seats.take(List.of(seat("plan", 1, "ada")));

        // when
        var taken = seats.take(List.of(seat("plan", 2, "ada"), seat("plan", 3, "ben")));

        // then
        assertThat(taken).isEmpty();
        assertThat(seats.taken("plan")).isEqualTo(1);
    }

    @Test
    @DisplayName("seats that were taken before a crash are refused and found")
    void whatWasTakenBeforeIsFound() {
        // given
        var wanted = List.of(seat("again", 1, "ada"), seat("again", 2, "ben"));
        seats.take(wanted);

        // then
        assertThat(seats.take(wanted)).isEmpty();
        assertThat(seats.ofClaims(wanted.stream().map(Seat::claim).toList()).values())
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(seats.taken("again")).isEqualTo(2);
    }

    @Test
    @DisplayName("how many are taken is told of the plans of which it is more than is known")
    void tellsOfMoreThanIsKnown() {
        seats.take(List.of(
                seat("more", 1, "ada"), seat("more", 2, "ben"), seat("more", 3, "cem"), seat("same", 1, "ada")));

        assertThat(seats.takenBeyond(Map.of("more", 1, "same", 1, "none", 0))).containsExactly(Map.entry("more", 3));
        assertThat(seats.takenBeyond(Map.of())).isEmpty();
    }

    private static Seat seat(String saleId, int number, String subject) {
        Learner learner = new Learner("https://lms.example", subject);
        Cause cause = new Cause("test-launches-0@" + number, "id", "id", null, Instant.parse("2026-01-01T00:00:00Z"));
        return new Seat(Seat.claimOf(saleId, learner), saleId, number, learner, cause);
    }
}
