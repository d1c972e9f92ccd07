package dev.seatkey.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.keys.issuing.Learner;
import dev.seatkey.keys.issuing.Seat;
import dev.seatkey.keys.issuing.Seats;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.LostRace;
import java.time.Instant;
import java.util.List;
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
    @DisplayName(
            "of plans that several consumers serve, all are taken but those after the one that somebody else was faster with")
    void aRaceLostForOnePlanIsNotLostForTheOthers() {
        // given that somebody else has taken the first seat of the plan in the middle
        seats.take(List.of(seat("contested", 1, "somebody else")));

        // when
        assertThatThrownBy(() -> seats.take(List.of(
                        seat("before", 1, "ada"),
                        seat("contested", 1, "ada"),
                        seat("after", 1, "ada"),
                        seat("contested", 2, "ben"),
                        seat("after", 2, "ben"))))
                .isInstanceOf(LostRace.class);

        // then
        assertThat(seats.taken("before")).isEqualTo(1);
        assertThat(seats.taken("after")).isEqualTo(2);
        assertThat(seats.taken("contested")).as("no number is left out").isEqualTo(1);
    }

    @Test
    @DisplayName("a learner who has a seat already takes none, and leaves no gap in the numbers")
    void aClaimThatIsHeldLeavesNoGap() {
        // given
        seats.take(List.of(seat("plan", 1, "ada")));

        // when
        assertThatThrownBy(() -> seats.take(List.of(seat("plan", 2, "ada"), seat("plan", 3, "ben"))))
                .isInstanceOf(LostRace.class);

        // then
        assertThat(seats.taken("plan")).isEqualTo(1);
    }

    private static Seat seat(String saleId, int number, String subject) {
        Learner learner = new Learner("https://lms.example", subject);
        Cause cause = new Cause("test-launches-0@" + number, "id", "id", null, Instant.parse("2026-01-01T00:00:00Z"));
        return new Seat(Seat.claimOf(saleId, learner), saleId, number, learner, cause);
    }
}
