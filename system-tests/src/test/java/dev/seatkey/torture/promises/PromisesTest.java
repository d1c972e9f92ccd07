package dev.seatkey.torture.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.TopicTail.Undecodable;
import dev.seatkey.torture.load.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A promise that cannot be broken is none: each is shown what keeps it, and what breaks it. */
@DisplayName("The promises, and what breaks them")
class PromisesTest {
    private final Story story = new Story();

    @Nested
    @DisplayName("S1: registrations are answered")
    class Registrations {
        private static final String FIRST = "sale-commands-0@0";
        private static final String SECOND = "sale-commands-0@1";
        private final Promise promise = new RegistrationsAnswered();

        @Test
        @DisplayName("kept: sent twice, answered twice with the same event, and again after a replay")
        void kept() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            assertThat(promise.outstanding()).isEqualTo(2);
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            assertThat(promise.broken()).isEmpty();

            promise.replayed("sale-intake");
            assertThat(promise.outstanding()).isEqualTo(2);
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            assertThat(promise.outstanding()).isZero();
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("kept: another content under the same id is rejected, and its answer is seen before it")
        void otherContent() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.event("sale-events", Story.rejected(), "b", "sale-commands-0@3"));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.record("sale-commands", Story.registration("other"), ""));
            assertThat(promise.outstanding()).isZero();
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: an answer is missing")
        void missing() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            assertThat(promise.broken()).singleElement().asString().contains("missing");
        }

        @Test
        @DisplayName("broken: two answers to one record")
        void doubled() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            assertThat(promise.broken()).singleElement().asString().contains("2 answers to 1 records");
        }

        @Test
        @DisplayName("broken: the same registration is answered with another event")
        void otherEvent() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.registered(), "b", FIRST));
            assertThat(promise.broken()).singleElement().asString().contains("different event ids");
        }

        @Test
        @DisplayName("broken: of two contents under one id, one is answered twice and the other never")
        void answersTheWrongQuestion() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.record("sale-commands", Story.registration("other"), ""));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.rejected(), "b", FIRST));
            assertThat(String.join("; ", promise.broken()))
                    .contains("1 answers are missing of 1", "2 answers to 1 records", "2 different event ids");
        }

        @Test
        @DisplayName("broken: two contents are answered with one event")
        void oneEventForTwoQuestions() {
            promise.saw(story.record("sale-commands", Story.registration("one"), ""));
            promise.saw(story.record("sale-commands", Story.registration("other"), ""));
            promise.saw(story.event("sale-events", Story.registered(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.registered(), "a", SECOND));
            assertThat(promise.broken())
                    .singleElement()
                    .asString()
                    .contains("1 different event ids for 2 different questions");
        }
    }

    @Nested
    @DisplayName("K1: launches are answered")
    class Launches {
        private final Promise promise = new LaunchesAnswered();

        @Test
        @DisplayName("kept: one answer")
        void kept() {
            promise.saw(story.record("test-launches", Story.launch("l"), ""));
            promise.saw(story.event("launch-results", Story.granted("l"), "a", "test-launches-0@0"));
            assertThat(promise.outstanding()).isZero();
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: no answer, or one to a launch that nobody sent")
        void broken() {
            promise.saw(story.record("test-launches", Story.launch("lost"), ""));
            promise.saw(story.event("launch-results", Story.granted("invented"), "a", "test-launches-0@7"));
            assertThat(String.join("; ", promise.broken())).contains("missing", "did not ask");
        }
    }

    @Nested
    @DisplayName("A1, A2, A3: decisions are answered")
    class Decisions {
        private static final String FIRST = "approval-decisions-0@1";
        private static final String SECOND = "approval-decisions-0@2";
        private final Promise promise = new DecisionsAnswered(Market.APPROVER);

        @BeforeEach
        void registered() {
            promise.saw(story.record("sale-events", Story.registered(), "sale"));
        }

        @Test
        @DisplayName("kept: approved, a contradicting one refused, and both again after a replay")
        void kept() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.DECLINE), ""));
            assertThat(promise.outstanding()).isEqualTo(2);
            for (var pass = 0; pass < 2; pass++) {
                promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
                promise.saw(story.event("sale-events", Story.refused("ALREADY_DECIDED"), "b", SECOND));
                assertThat(promise.outstanding()).isZero();
                assertThat(promise.broken()).isEmpty();
                promise.replayed("approval-worker");
                assertThat(promise.outstanding()).isEqualTo(2);
            }
        }

        @Test
        @DisplayName(
                "kept: sent twice, answered twice, or once where both had to wait for their sale; after a replay just so")
        void sentTwice() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            assertThat(promise.outstanding()).isZero();
            assertThat(promise.broken()).isEmpty();
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            assertThat(promise.broken()).isEmpty();

            promise.replayed("approval-worker");
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            assertThat(promise.outstanding()).isEqualTo(1);
            assertThat(promise.broken()).singleElement().asString().contains("1 answers are missing of 4");
        }

        @Test
        @DisplayName("kept: a decision on a sale that was never registered waits for good")
        void waitsForGood() {
            var lonely = new DecisionsAnswered(Market.APPROVER);
            lonely.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            lonely.replayed("approval-worker");
            assertThat(lonely.outstanding()).isZero();
            assertThat(lonely.broken()).isEmpty();

            lonely.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            assertThat(lonely.broken()).singleElement().asString().contains("nobody registered it");
        }

        @Test
        @DisplayName("broken: a refusal is lost, or is told twice")
        void refusals() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.DECLINE), ""));
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            assertThat(promise.broken()).singleElement().asString().contains("missing");
            promise.saw(story.event("sale-events", Story.refused("ALREADY_DECIDED"), "b", SECOND));
            promise.saw(story.event("sale-events", Story.refused("ALREADY_DECIDED"), "b", SECOND));
            assertThat(promise.broken()).singleElement().asString().contains("2 answers to 1 records");
        }

        @Test
        @DisplayName("broken: the approval is told twice, and nobody asked twice")
        void toldTwice() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            assertThat(promise.broken()).singleElement().asString().contains("2 answers to 1 records");
        }

        @Test
        @DisplayName("broken: settled, and nobody asked; settled twice")
        void settledTwice() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.event("sale-events", Story.approved(), "a", FIRST));
            promise.saw(story.event("sale-events", Story.declined(), "b", SECOND));
            assertThat(String.join("; ", promise.broken())).contains("settled 2 times", "did not ask");
        }

        @Test
        @DisplayName("broken: who may decide is refused, and the sale never settled")
        void neverSettled() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.event("sale-events", Story.refused("UNKNOWN_USER"), "a", FIRST));
            assertThat(promise.broken()).singleElement().asString().contains("never settled");
        }

        @Test
        @DisplayName("broken: approved by somebody of the organization that registered it")
        void twoEyes() {
            promise.saw(story.record("approval-decisions", Story.decision(Verdict.APPROVE), ""));
            promise.saw(story.event("sale-events", Story.approvedBy("school"), "a", FIRST));
            assertThat(promise.broken()).singleElement().asString().contains("whose organization registered it");
        }
    }

    @Nested
    @DisplayName("K3, K4: nothing is doubled")
    class Doubled {
        private final Promise promise = new NothingDoubled();

        @Test
        @DisplayName("kept: each told once, and again after a replay")
        void kept() {
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "a"));
            promise.saw(story.record("key-events", Story.issued(), "b"));
            promise.replayed("key-worker");
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "a"));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: two learners in one seat, one learner in two seats, an event told twice")
        void broken() {
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "a"));
            promise.saw(story.record("plan-events", Story.seat(1, "grace"), "b"));
            promise.saw(story.record("plan-events", Story.seat(2, "ada"), "c"));
            assertThat(promise.broken()).hasSize(2);
            promise.saw(story.record("key-events", Story.issued(), "d"));
            promise.saw(story.record("key-events", Story.issued(), "d"));
            assertThat(promise.broken()).hasSize(3);
        }

        @Test
        @DisplayName("broken: an event that is new since the replay is told twice")
        void newSinceTheReplay() {
            promise.saw(story.record("key-events", Story.issued(), "a"));
            promise.replayed("key-worker");
            promise.saw(story.record("key-events", Story.issued(), "a"));
            promise.saw(story.record("key-events", Story.renewed(2, 2), "b"));
            assertThat(promise.broken()).isEmpty();
            promise.saw(story.record("key-events", Story.renewed(2, 2), "b"));
            assertThat(promise.broken()).singleElement().asString().contains("KeyRenewed b was told once too often");
        }

        @Test
        @DisplayName("broken: an event is told a third time after one replay, or a second time after another worker's")
        void oftenerThanReplayed() {
            promise.saw(story.record("key-events", Story.issued(), "a"));
            promise.replayed("sale-intake");
            promise.replayed("key-worker");
            promise.saw(story.record("key-events", Story.issued(), "a"));
            assertThat(promise.broken()).isEmpty();
            promise.saw(story.record("key-events", Story.issued(), "a"));
            assertThat(promise.broken()).hasSize(1);
        }
    }

    @Nested
    @DisplayName("K3: seats")
    class Seats {
        private final Promise promise = new SeatsWithinSold();

        @Test
        @DisplayName("kept: as many as were sold")
        void kept() {
            promise.saw(story.record("sale-events", Story.registered(), "a"));
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "b"));
            promise.saw(story.record("plan-events", Story.seat(2, "grace"), "c"));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: one more than were sold, or one left out")
        void broken() {
            promise.saw(story.record("sale-events", Story.registered(), "a"));
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "b"));
            promise.saw(story.record("plan-events", Story.seat(3, "grace"), "c"));
            assertThat(promise.broken()).singleElement().asString().contains("seat 2 was never taken");
            promise.saw(story.record("plan-events", Story.seat(2, "alan"), "d"));
            assertThat(promise.broken()).singleElement().asString().contains("3 seats taken, 2 users sold");
        }

        @Test
        @DisplayName("broken: more learners than were sold share the seats that there are")
        void shared() {
            promise.saw(story.record("sale-events", Story.registered(), "a"));
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "b"));
            promise.saw(story.record("plan-events", Story.seat(2, "grace"), "c"));
            promise.saw(story.record("plan-events", Story.seat(2, "alan"), "c"));
            assertThat(String.join("; ", promise.broken()))
                    .contains("3 seats taken, 2 users sold", "3 learners share 2 seats");
        }

        @Test
        @DisplayName("broken: one learner in two seats")
        void twoSeats() {
            promise.saw(story.record("sale-events", Story.registered(), "a"));
            promise.saw(story.record("plan-events", Story.seat(1, "ada"), "b"));
            promise.saw(story.record("plan-events", Story.seat(2, "ada"), "c"));
            assertThat(promise.broken()).singleElement().asString().contains("1 learners hold 2 seats");
        }
    }

    @Nested
    @DisplayName("K7, K8: terms")
    class Terms {
        private Instant clock = Story.BEGIN;
        private final Promise promise = new TermsComplete(() -> clock);

        @Test
        @DisplayName("kept: renewed while its plan runs, closed at its end; owed from the instant that it falls due")
        void kept() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.timeIs(Story.BEGIN.minusMillis(1));
            assertThat(promise.outstanding()).isZero();
            promise.timeIs(Story.BEGIN);
            assertThat(promise.outstanding()).isEqualTo(1);
            promise.saw(story.record("plan-events", Story.activated(), "b"));
            promise.saw(story.record("key-events", Story.issued(), "c"));
            assertThat(promise.outstanding()).isZero();
            promise.timeIs(Story.term(1));
            assertThat(promise.outstanding()).isEqualTo(1);
            promise.saw(story.record("key-events", Story.renewed(2, 2), "d"));
            promise.timeIs(Story.term(2).minus(Duration.ofMillis(1)));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("kept: what falls due between the last jump of the clock and the verdict is done, or not yet")
        void fallsDueBeforeTheVerdict() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.record("plan-events", Story.activated(), "b"));
            promise.saw(story.record("key-events", Story.issued(), "c"));
            promise.timeIs(Story.term(1).minusMillis(1));
            clock = Story.term(1);
            assertThat(promise.broken()).isEmpty();
            promise.saw(story.record("key-events", Story.renewed(2, 2), "d"));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: a key is renewed before its time")
        void tooEarly() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.record("plan-events", Story.activated(), "b"));
            promise.saw(story.record("key-events", Story.issued(), "c"));
            promise.timeIs(Story.BEGIN);
            clock = Story.term(1).minusMillis(1);
            promise.saw(story.record("key-events", Story.renewed(2, 2), "d"));
            assertThat(promise.broken()).singleElement().asString().contains("2 terms, should be 1");
        }

        @Test
        @DisplayName("broken: a plan starts or ends, or its key is closed, a moment too early")
        void endsEarly() {
            var last = Story.END.minusMillis(1);
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.recordOf(Story.BEGIN.minusMillis(1), "plan-events", Story.activated(), "b"));
            promise.saw(story.record("key-events", Story.issued(), "c"));
            promise.saw(story.recordOf(last, "key-events", Story.closed(2), "d"));
            promise.saw(story.recordOf(last, "plan-events", Story.ended(), "e"));
            assertThat(String.join("; ", promise.broken()))
                    .contains("plan sale-1 started at 2025", "was closed at 2026", "plan sale-1 ended at 2026");
        }

        @Test
        @DisplayName("broken: a plan in a time zone that there is not")
        void unknownZone() {
            var sale = SaleDetails.newBuilder(Story.sale())
                    .setTimeZone("Mars/Olympus")
                    .build();
            promise.saw(
                    story.record("sale-events", new SaleApproved(1, sale, Market.APPROVER, null, Story.BEGIN, 0), "a"));
            assertThat(promise.broken()).singleElement().asString().contains("Mars/Olympus");
        }

        @Test
        @DisplayName("broken: a term is missing, a key is still open after its plan")
        void broken() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.record("key-events", Story.issued(), "b"));
            promise.saw(story.record("key-events", Story.renewed(3, 2), "c"));
            promise.timeIs(Story.END);
            assertThat(promise.outstanding()).isPositive();
            assertThat(String.join("; ", promise.broken()))
                    .contains("has not started", "2 terms, should be 3", "was not closed", "term 2 is missing");
        }
    }

    @Nested
    @DisplayName("W1: histories and order")
    class Histories {
        @Test
        @DisplayName("kept: 1, 2, 3, each once")
        void kept() {
            for (var promise : List.of(new HistoriesGapless(), new OrderKept())) {
                promise.saw(story.record("key-events", Story.issued(), "a"));
                promise.saw(story.record("key-events", Story.renewed(2, 2), "b"));
                promise.saw(story.record("key-events", Story.closed(3), "c"));
                promise.saw(story.record("key-events", Story.renewed(2, 2), "b"));
                assertThat(promise.broken()).isEmpty();
            }
        }

        @Test
        @DisplayName("broken: a place is left out, or is there twice")
        void gap() {
            var promise = new HistoriesGapless();
            promise.saw(story.record("key-events", Story.issued(), "a"));
            promise.saw(story.record("key-events", Story.renewed(2, 3), "b"));
            assertThat(promise.broken()).hasSize(1);
            promise.saw(story.record("key-events", Story.closed(3), "c"));
            assertThat(promise.broken()).hasSize(2);
        }

        @Test
        @DisplayName("broken: a place that no history has")
        void outOfReach() {
            for (var position : List.of(-1, 0, Integer.MAX_VALUE)) {
                var promise = new HistoriesGapless();
                promise.saw(story.record("key-events", Story.renewed(2, position), "a"));
                assertThat(promise.broken()).singleElement().asString().contains(String.valueOf(position));
            }
        }

        @Test
        @DisplayName("kept: a sale's status leaves a step out, and is told again")
        void statusLeavesAStepOut() {
            var promise = new OrderKept();
            promise.saw(story.record("sales", Story.stands(SaleStatus.PENDING_APPROVAL), "a"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.ACTIVE), "b"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.PENDING_APPROVAL), "a"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.ACTIVE), "b"));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: a sale's status goes back, and stays there")
        void statusGoesBack() {
            var promise = new OrderKept();
            promise.saw(story.record("sales", Story.stands(SaleStatus.APPROVED), "a"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.ACTIVE), "b"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.APPROVED), "a"));
            assertThat(promise.broken()).singleElement().asString().contains("step 2 was told after step 3, and stays");
        }

        @Test
        @DisplayName("kept: a step that a crash held back is told late, and the newest one once more")
        void statusIsToldLate() {
            var promise = new OrderKept();
            promise.saw(story.record("sales", Story.stands(SaleStatus.ACTIVE), "b"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.APPROVED), "a"));
            promise.saw(story.record("sales", Story.stands(SaleStatus.ACTIVE), "b"));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: closed before it was renewed")
        void order() {
            var promise = new OrderKept();
            promise.saw(story.record("key-events", Story.issued(), "a"));
            promise.saw(story.record("key-events", Story.closed(3), "c"));
            promise.saw(story.record("key-events", Story.renewed(2, 2), "b"));
            assertThat(promise.broken()).hasSize(1);
        }
    }

    @Nested
    @DisplayName("Dead letters")
    class DeadLetters {
        private final Promise promise = new OnlyBrokenInDeadLetters();

        @Test
        @DisplayName("kept: what nobody can read is there once for its reader")
        void kept() {
            promise.saw(story.record("test-launches", new Undecodable(new byte[0]), ""));
            assertThat(promise.outstanding()).isEqualTo(1);
            promise.saw(story.deadLetter("test-launches", 0));
            assertThat(promise.outstanding()).isZero();
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("broken: a good record is there, a broken one is not")
        void broken() {
            promise.saw(story.record("test-launches", Story.launch("l"), ""));
            promise.saw(story.record("test-launches", new Undecodable(new byte[0]), ""));
            promise.saw(story.deadLetter("test-launches", 0));
            assertThat(promise.broken()).hasSize(2);
        }

        @Test
        @DisplayName("broken: a dead letter that does not say where it comes from, or says nonsense")
        void ofUnknownOrigin() {
            promise.saw(story.record("test-launches.key-worker-dlt", new byte[0], ""));
            promise.saw(new Seen<>(
                    "test-launches.key-worker-dlt",
                    0,
                    1,
                    Story.BEGIN,
                    "key",
                    Map.of("dlt-topic", "longer-than-the-name-of-the-dead-letter-topic", "dlt-partition", "none"),
                    new byte[0],
                    0));
            assertThat(promise.broken()).hasSize(2).allMatch(each -> each.startsWith("key-worker put aside"));
        }
    }

    @Nested
    @DisplayName("N4: mails")
    class Mails {
        private static final String NAME = "<1@seatkey>";
        private static final String LOST_TWICE = "The mail server's answer was lost twice: connection reset";
        private final UUID mail = new UUID(0, 2);
        private final List<String> received = new ArrayList<>();
        private final Promise promise = new MailsOnce(() -> received);

        @Test
        @DisplayName("kept: one mail, or two copies that were told of; told again after a replay")
        void kept() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            assertThat(promise.outstanding()).isEqualTo(1);
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 2), "b", "a"));
            assertThat(promise.outstanding()).isZero();
            received.add(NAME);
            assertThat(promise.broken()).isEmpty();
            received.add(NAME);
            assertThat(promise.broken()).isEmpty();

            promise.replayed("notifier");
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 2), "b", "a"));
            assertThat(promise.broken()).isEmpty();
        }

        @Test
        @DisplayName("kept: parked, since the mail server said never, or may have it twice")
        void parked() {
            for (var reason : List.of("550 5.1.1 Nobody here", LOST_TWICE)) {
                var parking = new MailsOnce(() -> List.of("<" + mail + "@seatkey>"));
                parking.saw(story.record("sale-events", Story.approved(), "a"));
                parking.saw(story.event("mail-events", Story.parked(mail, reason), "b", "a"));
                assertThat(parking.outstanding()).isZero();
                assertThat(parking.broken()).isEmpty();
            }
        }

        @Test
        @DisplayName("broken: parked, since the mail server said not now")
        void parkedForNoReason() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.event("mail-events", Story.parked(mail, "451 4.3.2 Not now"), "b", "a"));
            assertThat(promise.broken()).singleElement().asString().contains("parked for no reason");
        }

        @Test
        @DisplayName("broken: parked as refused for good, and received twice")
        void parkedAndReceived() {
            received.addAll(List.of("<" + mail + "@seatkey>", "<" + mail + "@seatkey>"));
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.event("mail-events", Story.parked(mail, "550 5.1.1 Nobody here"), "b", "a"));
            assertThat(promise.broken()).singleElement().asString().contains("received 2 times");
        }

        @Test
        @DisplayName("broken: a copy too many, a copy under another name, or no mail at all")
        void copies() {
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 1), "b", "a"));
            for (var others : List.of(List.of(NAME, NAME), List.of(NAME, "<2@seatkey>"), List.<String>of())) {
                received.clear();
                received.addAll(others);
                assertThat(promise.broken()).as("%s", others).hasSize(1);
            }
        }

        @Test
        @DisplayName("broken: one cause has no mail, another has two")
        void cancelsOut() {
            var second = new UUID(0, 3);
            received.addAll(List.of(NAME, "<2@seatkey>"));
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.record("sale-events", Story.rejected(), "r"));
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 1), "b", "a"));
            promise.saw(story.event("mail-events", Story.mailed(second, "<2@seatkey>", 1), "c", "a"));
            assertThat(promise.outstanding()).isEqualTo(1);
            assertThat(promise.broken())
                    .anyMatch(each -> each.contains("SaleRejected") && each.contains("0 mails"))
                    .anyMatch(each -> each.contains("SaleApproved") && each.contains("2 mails"))
                    .hasSize(2);
        }

        @Test
        @DisplayName("broken: a mail tells of what did not happen")
        void tellsOtherwise() {
            received.add(NAME);
            promise.saw(story.record("sale-events", Story.rejected(), "a"));
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 1), "b", "a"));
            assertThat(promise.broken()).singleElement().asString().contains("which did not happen");
        }

        @Test
        @DisplayName("broken: that a mail was sent is told twice, and there was no replay since")
        void toldTwice() {
            received.add(NAME);
            promise.replayed("notifier");
            promise.saw(story.record("sale-events", Story.approved(), "a"));
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 1), "b", "a"));
            promise.saw(story.event("mail-events", Story.mailed(mail, NAME, 1), "b", "a"));
            assertThat(promise.broken()).singleElement().asString().contains("once too often");
        }
    }

    @Test
    @DisplayName("W3: the stores' differences break their promise")
    void stores() {
        assertThat(new StoresAgree(List::of).broken()).isEmpty();
        assertThat(new StoresAgree(() -> List.of("seats: one is missing")).broken())
                .hasSize(1);
    }
}
