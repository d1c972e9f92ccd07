package dev.seatkey.localstack.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatkey.contract.SaleStatus;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("W3: what the topics alone must satisfy")
class TopicsAloneTest {
    private static final UUID OTHER_KEY = UUID.fromString("00000000-0000-8000-8000-00000000000b");

    @Test
    void aWholeStoryHasNoContradiction() {
        assertThat(check(Story.whole())).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("events may come in any order between topics, and more than once")
    void isTolerantOfOrderAndRepeats(long seed) {
        var told = Story.whole().told();
        var topics = new ArrayList<>(
                told.stream().map(each -> each.place().topic()).distinct().toList());
        Collections.shuffle(topics, new Random(seed));
        var shuffled = new ArrayList<Told>();
        topics.forEach(topic -> {
            var ofTopic = told.stream()
                    .filter(each -> each.place().topic().equals(topic))
                    .toList();
            shuffled.addAll(ofTopic);
            shuffled.addAll(ofTopic);
        });

        assertThat(check(shuffled, Set.of())).isEmpty();
    }

    @Test
    @DisplayName("W1: the same place of a history told in two ways")
    void findsTwoVersionsOfOneEvent() {
        assertThat(found(Story.whole().seat(1, "bert")))
                .contains(tuple("plan-events", "sale-1 seat 1", "the event told again"));
    }

    @Test
    @DisplayName("W1: the same place of a history told under two ids")
    void findsTwoIdsOfOneEvent() {
        var story = Story.whole();
        var seat = story.told().stream()
                .filter(each -> each.body() instanceof SeatTaken)
                .findFirst()
                .orElseThrow();
        story.add(Topics.PLAN_EVENTS, seat.at(), "another name", seat.body());

        assertThat(found(story)).containsExactly(tuple("plan-events", "sale-1 seat 1", "event id"));
    }

    @Test
    @DisplayName("K3: a seat number that was skipped")
    void findsASkippedSeat() {
        var story = Story.empty()
                .registered(Story.details().build())
                .approved()
                .activated()
                .seat(2, "anna")
                .stands(SaleStatus.ACTIVE, Story.APPROVED);

        assertThat(found(story))
                .containsExactlyInAnyOrder(
                        tuple("plan-events", "sale-1", "lowest seat"), tuple("plan-events", "sale-1", "highest seat"));
    }

    @Test
    @DisplayName("K3: more seats than were sold, and two of one learner")
    void findsMoreSeatsThanWereSold() {
        var story = Story.empty()
                .registered(Story.details().build())
                .approved()
                .activated()
                .seat(1, "anna")
                .seat(2, "bert")
                .seat(3, "anna")
                .stands(SaleStatus.ACTIVE, Story.APPROVED);

        assertThat(found(story))
                .containsExactlyInAnyOrder(
                        tuple("plan-events", "sale-1", "seats of https://lms.example anna"),
                        tuple("plan-events", "sale-1", "seats taken"));
    }

    @Test
    @DisplayName("S7, S9: a price and a date that do not follow from what was sold")
    void findsAWrongPriceAndDate() {
        var sale = Story.details()
                .setSalesPrice(new BigDecimal("20.0100"))
                .setCancellationDate(LocalDate.parse("2027-11-21"))
                .build();

        assertThat(found(Story.empty().registered(sale)))
                .contains(
                        tuple("sale-events", "sale-1", "salesPrice"),
                        tuple("sale-events", "sale-1", "cancellationDate"));
    }

    @Test
    @DisplayName("a sale that stands elsewhere in its topic than its events add up to")
    void findsAStatusThatDoesNotFollow() {
        assertThat(found(Story.whole().stands(SaleStatus.ACTIVE, Story.APPROVED)))
                .containsExactlyInAnyOrder(tuple("sales", "sale-1", "status"), tuple("sales", "sale-1", "changedAt"));
    }

    @Test
    @DisplayName("a plan's end that tells another number of seats than were taken")
    void findsAWrongNumberOfSeatsAtTheEnd() {
        var story = Story.empty()
                .registered(Story.details().build())
                .approved()
                .activated()
                .seat(1, "anna")
                .ended(0)
                .stands(SaleStatus.ENDED, Story.TO);

        assertThat(found(story)).containsExactly(tuple("plan-events", "sale-1", "seatsTaken of PlanEnded"));
    }

    @Test
    @DisplayName("K4: two keys of one plan, learner and test, and one code for both")
    void findsTwoKeysOfOneLearnerAndTest() {
        assertThat(check(Story.whole().issued(OTHER_KEY, 1, "anna", Story.CODE)))
                .extracting(Difference::field)
                .containsExactlyInAnyOrder("keys with its code", "keys of its plan, learner and test");
    }

    @Test
    @DisplayName("K3: a key of somebody who does not hold the seat")
    void findsAKeyWithoutASeat() {
        assertThat(found(Story.whole().issued(OTHER_KEY, 2, "bert", "another code")))
                .containsExactly(tuple("key-events", "key " + OTHER_KEY, "holder of seat 2 of sale-1"));
    }

    @Test
    @DisplayName("K7, W1: a term that was left out")
    void findsATermThatWasLeftOut() {
        var story = begun().renewed(
                        3,
                        Story.TERM_3,
                        Story.LAUNCHED.atZone(Story.ZONE).plusDays(540).toInstant());

        assertThat(check(story)).extracting(Difference::field).contains("position", "term", "term 3 from");
    }

    @Test
    @DisplayName("K7: a term that is an hour too long, since its days were counted in another zone")
    void findsATermOfWrongLength() {
        var story = begun().renewed(2, Story.TERM_2, Story.TERM_3.plus(Duration.ofHours(1)));

        assertThat(check(story)).extracting(Difference::field).containsExactly("term 2 to");
    }

    @Test
    @DisplayName("K8: a key that was closed before its last term")
    void findsAKeyThatWasClosedTooEarly() {
        assertThat(check(begun().closed(2))).extracting(Difference::field).containsExactly("last term");
    }

    @Test
    @DisplayName("K1: a launch that was granted a key that nobody told of, or another one's")
    void findsAGrantOfAnUnknownKey() {
        assertThat(found(Story.whole()
                        .granted("launch-2", OTHER_KEY, "any code")
                        .granted("launch-3", Story.KEY, "forged")))
                .containsExactlyInAnyOrder(
                        tuple("launch-results", "launch launch-2 of https://lms.example", "key"),
                        tuple(
                                "launch-results",
                                "launch launch-3 of https://lms.example",
                                "key, sale, seat, subject, test"));
    }

    @Test
    @DisplayName("K5: a launch that was refused for want of a seat while one was free")
    void findsARefusalWhileASeatWasFree() {
        assertThat(check(Story.whole().refused("launch-2")))
                .extracting(Difference::expected, Difference::found)
                .containsExactly(tuple("2", "1"));
    }

    @Test
    @DisplayName("K1: a launch without an answer, unless it is in the dead letters")
    void findsALaunchWithoutAnAnswer() {
        var story = Story.whole().asked("launch-1").asked("launch-2");
        var place = story.told().get(story.told().size() - 1).place();

        assertThat(found(story))
                .containsExactly(tuple("launch-results", "launch launch-2 of https://lms.example", "answer"));
        assertThat(check(story.told(), Set.of(place))).isEmpty();
    }

    private static Story begun() {
        return Story.empty()
                .registered(Story.details().build())
                .approved()
                .activated()
                .seat(1, "anna")
                .issued(Story.KEY, 1, "anna", Story.CODE)
                .stands(SaleStatus.ACTIVE, Story.APPROVED);
    }

    private static List<Tuple> found(Story story) {
        return check(story).stream()
                .map(each -> tuple(each.place(), each.subject(), each.field()))
                .toList();
    }

    private static List<Difference> check(Story story) {
        return check(story.told(), Set.of());
    }

    private static List<Difference> check(List<Told> told, Set<Told.Place> dead) {
        var histories = new Histories();
        told.forEach(histories::tell);
        return TopicsAlone.contradictions(histories, false, dead);
    }
}
