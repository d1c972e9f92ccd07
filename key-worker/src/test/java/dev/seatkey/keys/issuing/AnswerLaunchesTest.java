package dev.seatkey.keys.issuing;

import static dev.seatkey.keys.samples.SampleLaunch.aLaunch;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Sold;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.samples.CodesByKeyId;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLaunchesTest {
    private static final Instant FROM = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-02-29T00:00:00Z");
    private static final Instant NOON = FROM.plus(Duration.ofHours(12));

    private final MemoryStore store = new MemoryStore();
    private Runnable readSales = () -> {};
    private final LaunchListener listener = listener();
    private int records;

    private LaunchListener listener() {
        return new LaunchListener(
                new AnswerLaunches(new CodesByKeyId()),
                () -> readSales.run(),
                store.plans(),
                store.seats(),
                store.keys(),
                store.answers());
    }

    @Test
    @DisplayName("K3, K4: the first launch takes a seat and generates the key")
    void firstLaunchTakesASeatAndGeneratesTheKey() {
        approved("sale", FROM, TO, 2);

        List<Publication> events = at(NOON, aLaunch("l1"));

        assertThat(events)
                .extracting(event -> event.body().getClass().getSimpleName())
                .containsExactly("SeatTaken", "KeyIssued", "LaunchGranted");
        assertThat(all(events, SeatTaken.class))
                .extracting(SeatTaken::getSeatNumber, SeatTaken::getSeats, SeatTaken::getPosition)
                .containsExactly(tuple(1, 2, 1));
        assertThat(all(events, KeyIssued.class))
                .extracting(KeyIssued::getTerm, KeyIssued::getTermFrom, KeyIssued::getTermTo, KeyIssued::getPosition)
                .containsExactly(tuple(1, NOON, NOON.plus(Duration.ofDays(180)), 1));
    }

    @Test
    @DisplayName("K4: later launches get the same key, and nothing else happens")
    void laterLaunchesGetTheSameKey() {
        approved("sale", FROM, TO, 2);
        String code = granted(at(NOON, aLaunch("l1"))).getKey().getCode();

        List<Publication> events = at(NOON.plus(Duration.ofDays(9)), aLaunch("l2"));

        assertThat(events).hasSize(1);
        assertThat(granted(events).getKey().getCode()).isEqualTo(code);
    }

    @Test
    @DisplayName("K4: a second test of the same learner takes no second seat")
    void aSecondTestTakesNoSecondSeat() {
        approved("sale", FROM, TO, 1);
        LaunchGranted algebra = granted(at(NOON, aLaunch("l1").of("algebra")));

        LaunchGranted botany = granted(at(NOON, aLaunch("l2").of("botany")));

        assertThat(botany.getSeatNumber()).isEqualTo(algebra.getSeatNumber());
        assertThat(botany.getKey().getKeyId()).isNotEqualTo(algebra.getKey().getKeyId());
    }

    @Test
    @DisplayName("K4: who holds a seat is answered when the keys of the batch before are written")
    void awaitsTheKeysOfTheBatchBefore() {
        approved("sale", FROM, TO, 2);
        List<Launch> before = batch(NOON, aLaunch("l1").by("ann"));
        Decision<LaunchListener.Unwritten> unwritten = listener.decide(before, listener.read(before));
        List<Launch> batch = batch(NOON, aLaunch("l2").by("ann"));

        LaunchListener.Stored stored = listener.read(batch, () -> listener.write(unwritten.changes()));

        Decision<LaunchListener.Unwritten> decision = listener.decide(batch, stored);
        assertThat(decision.changes().keys().added()).isEmpty();
        assertThat(granted(decision.publications()).getKey())
                .isEqualTo(granted(unwritten.publications()).getKey());
    }

    @Test
    @DisplayName(
            "K3: after others took seats of the plan, it is noted at once what is taken, until nobody was met for 20 batches")
    void notesSeatsAtOnceWhileOthersAreNear() {
        approved("sale", FROM, TO, 100);
        readUnwritten("alone");
        assertThat(noted("sale")).isZero();

        LaunchListener other = listener();
        List<Launch> others = batch(NOON, aLaunch("launch of other").by("other"));
        // When the plans are read already.
        beforeStep(2, () -> other.read(others));
        readUnwritten("met");
        assertThat(noted("sale")).isEqualTo(3);

        IntStream.rangeClosed(1, 19).forEach(number -> {
            readUnwritten("near " + number);
            assertThat(noted("sale")).isEqualTo(3 + number);
        });
        readUnwritten("alone again");
        assertThat(noted("sale")).isEqualTo(22);
    }

    @Test
    @DisplayName(
            "K3: seats of a plan go on behind those that the batches before took, which are neither written nor noted yet")
    void goesOnBehindWhatUnwrittenBatchesTook() {
        approved("sale", FROM, TO, 100);
        Sold others = new Sold("other sale", "other", "it-pro", 100, FROM, TO, ZoneId.of("UTC"), 180);
        store.plans.put(others.saleId(), Plan.pending(others).approved(Causes.record("approval", FROM)));
        readUnwritten("ann");
        listener.read(batch(NOON, aLaunch("launch of cid").by("cid").from("other")));

        readUnwritten("bob");

        assertThat(noted("sale")).as("nobody was met").isZero();
    }

    @Test
    @DisplayName("K3: how many seats are taken is noted with every tenth batch that takes some, and known meanwhile")
    void notesSeatsEveryFewBatches() {
        approved("sale", FROM, TO, 100);

        IntStream.rangeClosed(1, 9)
                .forEach(number -> at(NOON, aLaunch("launch " + number).by("learner " + number)));
        assertThat(noted("sale")).isZero();
        at(NOON, aLaunch("launch 10").by("learner 10"));
        assertThat(noted("sale")).isEqualTo(10);

        LaunchGranted next = granted(at(NOON, aLaunch("launch 11").by("learner 11")));
        assertThat(next.getSeatNumber()).isEqualTo(11);
        assertThat(noted("sale")).as("nobody was met").isEqualTo(10);
    }

    @Test
    @DisplayName("K3: seats that a crash kept from being noted are found when the next one is taken, and noted")
    void findsSeatsThatWereNotNoted() {
        approved("sale", FROM, TO, 3);
        at(NOON, aLaunch("l1").by("ann"), aLaunch("l2").by("bob"));
        assertThat(noted("sale")).isZero();
        List<Launch> batch = batch(NOON, aLaunch("l3").by("cid"), aLaunch("l4").by("dan"));
        LaunchListener afterCrash = listener();

        List<Publication> events =
                afterCrash.decide(batch, afterCrash.read(batch)).publications();

        assertThat(granted(events).getSeatNumber()).isEqualTo(3);
        assertThat(refusal(events).getReason()).isEqualTo(RefusalReason.NO_SEAT_LEFT);
        assertThat(noted("sale")).isEqualTo(3);
    }

    private void readUnwritten(String subject) {
        listener.read(batch(NOON, aLaunch("launch of " + subject).by(subject)));
    }

    private int noted(String saleId) {
        return requireNonNull(store.plans.get(saleId)).seatsTaken();
    }

    @Test
    @DisplayName("K3: new learners don't wait for the batch before, and take the seats after it")
    void newLearnersDoNotWaitForTheBatchBefore() {
        approved("sale", FROM, TO, 2);
        List<Launch> before = batch(NOON, aLaunch("l1").by("ann"));
        listener.read(before);
        List<Launch> batch = batch(NOON, aLaunch("l2").by("bob"));

        LaunchListener.Stored stored = listener.read(batch, () -> {
            throw new AssertionError("nothing of that batch is needed");
        });

        assertThat(granted(listener.decide(batch, stored).publications()).getSeatNumber())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("K3: when all seats are taken, others are refused and holders are not")
    void othersAreRefusedWhenAllSeatsAreTaken() {
        approved("sale", FROM, TO, 1);
        at(NOON, aLaunch("l1").by("ann"));

        assertThat(refusal(at(NOON, aLaunch("l2").by("bob"))))
                .extracting(LaunchRefused::getReason, LaunchRefused::getSaleId, LaunchRefused::getSeats)
                .containsExactly(RefusalReason.NO_SEAT_LEFT, "sale", 1);
        assertThat(granted(at(NOON, aLaunch("l3").by("ann"))).getSeatNumber()).isEqualTo(1);
    }

    @Test
    @DisplayName("K3: two learners for the last seat in one batch")
    void twoLearnersForTheLastSeatInOneBatch() {
        approved("sale", FROM, TO, 1);

        List<Publication> events =
                at(NOON, aLaunch("l1").by("ann"), aLaunch("l2").by("bob"));

        assertThat(all(events, LaunchGranted.class)).hasSize(1);
        assertThat(all(events, LaunchRefused.class)).hasSize(1);
    }

    @Test
    @DisplayName(
            "K2: of several plans the one counts in which the learner has a seat, else the free one that ends first")
    void choosesThePlan() {
        approved("ends last", FROM, TO, 1);
        assertThat(granted(at(NOON, aLaunch("l1").by("ann"))).getSaleId()).isEqualTo("ends last");
        approved("ends first", FROM, TO.minusSeconds(9), 1);
        approved("ends second", FROM, TO.minusSeconds(5), 1);

        assertThat(granted(at(NOON, aLaunch("l2").by("ann"))).getSaleId()).isEqualTo("ends last");
        assertThat(granted(at(NOON, aLaunch("l3").by("bob"))).getSaleId()).isEqualTo("ends first");
        assertThat(granted(at(NOON, aLaunch("l4").by("cem"))).getSaleId()).isEqualTo("ends second");
        assertThat(refusal(at(NOON, aLaunch("l5").by("dan"))).getReason()).isEqualTo(RefusalReason.NO_SEAT_LEFT);
    }

    @Test
    @DisplayName("K2: a plan covers its own organization only")
    void aPlanCoversItsOwnOrganization() {
        approved("sale", FROM, TO, 1);

        assertThat(refusal(at(NOON, aLaunch("l1").from("others"))).getReason()).isEqualTo(RefusalReason.NO_PLAN);
    }

    @Test
    @DisplayName("K5: what was bought is told when something else is launched")
    void refusesWhatIsNotCovered() {
        approved("sale", FROM, TO, 1);

        assertThat(refusal(at(NOON, aLaunch("l1").covering("cooking"))))
                .extracting(LaunchRefused::getReason, LaunchRefused::getSaleId, LaunchRefused::getPlanTo)
                .containsExactly(RefusalReason.NOT_COVERED, "sale", TO);
    }

    @Test
    @DisplayName("K5, K9: a plan that waits, has not started or has ended gives its name, dates and seats")
    void refusesOutsideThePlansTime() {
        pending("pending", FROM, TO, 7);
        assertThat(refusal(at(NOON, aLaunch("l1"))))
                .extracting(
                        LaunchRefused::getReason,
                        LaunchRefused::getSaleId,
                        LaunchRefused::getPlanFrom,
                        LaunchRefused::getSeats)
                .containsExactly(RefusalReason.NOT_APPROVED, "pending", FROM, 7);

        approved("sale", FROM, TO, 1);
        assertThat(refusal(at(FROM.minusMillis(1), aLaunch("l2"))).getReason()).isEqualTo(RefusalReason.NOT_STARTED);
        assertThat(granted(at(FROM, aLaunch("l3"))).getSaleId()).isEqualTo("sale");
        assertThat(granted(at(TO.minusMillis(1), aLaunch("l4"))).getSaleId()).isEqualTo("sale");
        assertThat(refusal(at(TO, aLaunch("l5"))).getReason()).isEqualTo(RefusalReason.ENDED);
    }

    @Test
    @DisplayName("K5: a declined plan is no plan")
    void aDeclinedPlanIsNoPlan() {
        store.plans.put("sale", Plan.pending(sold("sale", FROM, TO, 1)).declined());

        assertThat(refusal(at(NOON, aLaunch("l1"))).getReason()).isEqualTo(RefusalReason.NO_PLAN);
    }

    @ParameterizedTest
    @DisplayName("K5: an anonymous launch takes no seat")
    @ValueSource(strings = {"", "  "})
    void refusesAnonymousLaunches(String nobody) {
        approved("sale", FROM, TO, 1);

        assertThat(refusal(at(NOON, aLaunch("l1").by(nobody))).getReason()).isEqualTo(RefusalReason.ANONYMOUS);
        assertThat(refusal(at(NOON, aLaunch("l2").by(null))).getReason()).isEqualTo(RefusalReason.ANONYMOUS);
        assertThat(store.seats).isEmpty();
    }

    @Test
    @DisplayName("K5: who is no learner takes no seat")
    void refusesWhoIsNoLearner() {
        approved("sale", FROM, TO, 1);

        assertThat(refusal(at(NOON, aLaunch("l1").as("Instructor"))).getReason())
                .isEqualTo(RefusalReason.NOT_A_LEARNER);
        assertThat(store.seats).isEmpty();
    }

    @Test
    @DisplayName("K1: the same launch sent ten times, also within one batch, gets one answer ten times")
    void theSameLaunchGetsTheSameAnswer() {
        approved("sale", FROM, TO, 1);
        List<Publication> first = at(NOON, aLaunch("l1"));

        List<Publication> again = at(
                NOON.plus(Duration.ofDays(200)),
                IntStream.range(0, 10).mapToObj(n -> aLaunch("l1")).toArray(SampleLaunch[]::new));

        Publication answer = first.get(first.size() - 1);
        assertThat(again).hasSize(10).containsOnly(answer);
    }

    @Test
    @DisplayName("K1: a refused launch that is sent again stays refused")
    void aRefusedLaunchStaysRefused() {
        List<Publication> first = at(NOON, aLaunch("l1"));
        approved("sale", FROM, TO, 1);

        assertThat(at(NOON, aLaunch("l1"))).isEqualTo(first);
        assertThat(granted(at(NOON, aLaunch("l2"))).getSaleId()).isEqualTo("sale");
    }

    @Test
    @DisplayName("K1: who ruled otherwise and comes late takes no seat that nobody tells about")
    void whoComesLateTakesNoSeat() {
        List<Launch> batch = List.of(translated(NOON, aLaunch("l1")));
        approved("sale", FROM, TO, 1);
        int[] steps = {0};
        // Launch, plans and seats are read; the ruling is to be kept.
        meanwhile(() -> ++steps[0] == 4, () -> {
            Ruling noPlan = Answer.Refused.because(Refusal.NO_PLAN);
            store.answers().keep(new Changes<>(List.of(new AnsweredLaunch(batch.get(0), noPlan)), List.of()));
        });

        assertThat(refusal(handled(batch)).getReason()).isEqualTo(RefusalReason.NO_PLAN);

        assertThat(store.seats).isEmpty();
        assertThat(store.keys).isEmpty();
    }

    @Test
    @DisplayName("K1, K2: what was ruled is carried out after a crash, whatever was sold meanwhile")
    void carriesOutWhatWasRuledBeforeACrash() {
        approved("ends last", FROM, TO, 1);
        List<Launch> batch = List.of(translated(NOON, aLaunch("l1")));
        ruledButNotSeated(batch);
        approved("ends first", FROM, TO.minusSeconds(9), 1);

        List<Publication> events = handled(batch);

        assertThat(granted(events).getSaleId()).isEqualTo("ends last");
        assertThat(all(events, SeatTaken.class)).hasSize(1);
        assertThat(store.seats.values()).extracting(Seat::saleId).containsExactly("ends last");
    }

    @Test
    @DisplayName("K1, K2: what was ruled stands while the plan's last seat is being taken, whatever else is free")
    void aRulingStandsWhileTheLastSeatIsBeingTaken() {
        approved("ends first", FROM, TO.minusSeconds(9), 1);
        Launch ann = translated(NOON, aLaunch("l1").by("ann"));
        Launch bob = translated(NOON, aLaunch("l2").by("bob"));
        ruledButNotSeated(List.of(bob));
        approved("ends last", FROM, TO, 1);
        store.crashAtWrite(3);
        assertThatThrownBy(() -> listener.read(List.of(ann, bob))).isInstanceOf(MemoryStore.Crash.class);
        store.crashNoMore();

        assertThat(store.answers.get(bob.id()))
                .extracting(AnsweredLaunch::ruling)
                .isEqualTo(new Ruling.CoveredBy("ends first"));
    }

    @Test
    @DisplayName("K3: of two rulings for one seat the second is revised, once the seat is the other's")
    void revisesARulingThatNobodyCanCarryOut() {
        approved("sale", FROM, TO, 1);
        Launch ann = translated(NOON, aLaunch("l1").by("ann"));
        Launch bob = translated(NOON, aLaunch("l2").by("bob"));
        ruledButNotSeated(List.of(ann));
        ruledButNotSeated(List.of(bob));

        List<Publication> events = handled(List.of(ann, bob));

        assertThat(granted(events).getSubject()).isEqualTo("ann");
        assertThat(refusal(events).getReason()).isEqualTo(RefusalReason.NO_SEAT_LEFT);
        assertThat(all(events, SeatTaken.class)).hasSize(1);
    }

    @Test
    @DisplayName("K3: who loses the race for a seat takes the next one")
    void whoLosesTheRaceTakesTheNextSeat() {
        approved("sale", FROM, TO, 3);
        List<Launch> batch = List.of(
                translated(NOON, aLaunch("l1").by("ann")),
                translated(NOON, aLaunch("l2").by("bob")));
        meanwhile(() -> store.answers.size() == 2, () -> at(NOON, aLaunch("l3").by("cem")));

        List<Publication> events = handled(batch);

        assertThat(all(events, LaunchGranted.class))
                .extracting(LaunchGranted::getSubject, LaunchGranted::getSeatNumber)
                .containsExactly(tuple("ann", 2), tuple("bob", 3));
        assertThat(all(events, SeatTaken.class))
                .extracting(SeatTaken::getSeatNumber)
                .containsExactly(2, 3);
    }

    @Test
    @DisplayName("K3: who met others looks at what they noted before it goes for seats, and asks for no holder twice")
    void looksBeforeItTakesSeatsWhileOthersAreNear() {
        approved("sale", FROM, TO, 100);
        LaunchListener other = listener();
        List<Launch> met = batch(NOON, aLaunch("launch of met").by("met"));
        beforeStep(2, () -> other.read(met));
        readUnwritten("first");
        List<Launch> meeting = batch(NOON, aLaunch("launch of meeting").by("meeting"));
        beforeStep(2, () -> readUnwritten("second"));
        other.read(meeting);
        assertThat(store.refusedSeats).as("both met the other").isEqualTo(2);
        List<Launch> ahead = batch(NOON, aLaunch("launch of ahead").by("ahead"));
        meanwhile(() -> store.answers.size() == 5, () -> other.read(ahead));

        store.claimsLookedUp = 0;
        readUnwritten("last");

        assertThat(store.refusedSeats).isEqualTo(2);
        assertThat(store.claimsLookedUp).as("one each").isEqualTo(2);
        assertThat(store.seats.values())
                .extracting(seat -> seat.learner().subject(), Seat::number)
                .endsWith(tuple("ahead", 5), tuple("last", 6));
    }

    @Test
    @DisplayName("K3: who got a seat elsewhere meanwhile is not refused when the batch takes the last ones")
    void whoGotASeatElsewhereIsNotRefused() {
        approved("sale", FROM, TO, 3);
        at(NOON, aLaunch("l0").by("cem"));
        List<Launch> batch = batch(NOON, aLaunch("l1").by("ann"), aLaunch("l2").by("bob"));
        meanwhile(() -> store.answers.size() == 3, () -> at(NOON, aLaunch("l3").by("bob")));

        List<Publication> events = handled(batch);

        assertThat(all(events, LaunchGranted.class))
                .extracting(LaunchGranted::getSubject, LaunchGranted::getSeatNumber)
                .containsExactly(tuple("ann", 3), tuple("bob", 2));
    }

    @Test
    @DisplayName("K3: who loses the race for the last seat is refused, and who won it elsewhere is not")
    void whoLosesTheRaceForTheLastSeatIsRefused() {
        approved("sale", FROM, TO, 1);
        List<Launch> batch = List.of(
                translated(NOON, aLaunch("l1").by("ann")),
                translated(NOON, aLaunch("l2").by("bob")));
        meanwhile(() -> store.answers.size() == 1, () -> at(NOON, aLaunch("l3").by("bob")));

        List<Publication> events = handled(batch);

        assertThat(granted(events).getSubject()).isEqualTo("bob");
        assertThat(refusal(events))
                .extracting(LaunchRefused::getSubject, LaunchRefused::getReason)
                .containsExactly("ann", RefusalReason.NO_SEAT_LEFT);
        assertThat(all(events, SeatTaken.class)).as("told by the other").isEmpty();
    }

    @Test
    @DisplayName("K3: who gets the last seat elsewhere, while others are looked up, is not refused")
    void whoGetsTheLastSeatWhileOthersAreLookedUpIsNotRefused() {
        approved("sale", FROM, TO, 2);
        List<Launch> batch = List.of(
                translated(NOON, aLaunch("l1").by("ann")),
                translated(NOON, aLaunch("l2").by("bob")));
        int[] looks = {0};
        store.meanwhile(() -> {
            if (store.answers.size() == 2) {
                at(NOON, aLaunch("l3").by("cem"));
            } else if (store.seats.size() == 1 && ++looks[0] == 2) {
                at(NOON, aLaunch("l4").by("bob"));
            }
        });

        List<Publication> events = handled(batch);

        assertThat(granted(events).getSubject()).isEqualTo("bob");
        assertThat(refusal(events).getSubject()).isEqualTo("ann");
    }

    @Test
    @DisplayName("K3: a launch that meets a bug takes no seat, and gets all when it is replayed")
    void aLaunchThatMeetsABugTakesNoSeat() {
        approved("sale", FROM, TO, 1);
        KeyCodes broken = keyId -> {
            throw new IllegalStateException("nobody thought of this key");
        };
        LaunchListener withABug = new LaunchListener(
                new AnswerLaunches(broken), () -> {}, store.plans(), store.seats(), store.keys(), store.answers());

        assertThatThrownBy(() -> withABug.read(List.of(translated(NOON, aLaunch("l1")))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.seats).isEmpty();
        assertThat(at(NOON, aLaunch("l1")))
                .extracting(event -> event.body().getClass().getSimpleName())
                .containsExactly("SeatTaken", "KeyIssued", "LaunchGranted");
    }

    @Test
    @DisplayName("K1: nobody is refused for a plan that was told about, but not read yet")
    void readsTheSalesBeforeItRefusesForWantOfAPlan() {
        readSales = () -> approved("sale", FROM, TO, 1);

        assertThat(granted(at(NOON, aLaunch("l1"))).getSaleId()).isEqualTo("sale");
    }

    @Test
    @DisplayName("K1: a batch waits for the sales once at most, and only if a plan is missing")
    void waitsForTheSalesOnce() {
        approved("sale", FROM, TO, 1);
        int[] waits = {0};
        readSales = () -> waits[0]++;

        at(NOON, aLaunch("l1"), aLaunch("l2").by("bob"));
        assertThat(waits[0]).isZero();
        at(NOON, aLaunch("l3").from("nobody"), aLaunch("l4").from("others"), aLaunch("l5"));
        assertThat(waits[0]).isEqualTo(1);
        at(
                NOON,
                aLaunch("l3").from("nobody"),
                aLaunch("l6").as("Instructor"),
                aLaunch("l7").by(null));
        assertThat(waits[0]).isEqualTo(1);
    }

    @Test
    @DisplayName("K5: of many plans that ended the last is named, and none costs a launch anything")
    void manyEndedPlansCostNothing() {
        IntStream.rangeClosed(1, 300).forEach(day -> approved("sale " + day, FROM, FROM.plus(Duration.ofDays(day)), 1));
        Instant after = FROM.plus(Duration.ofDays(300));

        assertThat(refusal(at(after, aLaunch("l1"))))
                .extracting(LaunchRefused::getReason, LaunchRefused::getSaleId)
                .containsExactly(RefusalReason.ENDED, "sale 300");
        approved("new", FROM, TO, 1);
        Books books = listener.read(List.of(translated(after, aLaunch("l2")))).books();
        assertThat(books.cases().get(0).plans()).hasSize(1);
        assertThat(books.cases().get(0).options()).hasSize(1);
    }

    @Test
    @DisplayName("K1: a used launch id under which something else is asked is refused")
    void refusesAUsedLaunchId() {
        approved("sale", FROM, TO, 5);
        at(NOON, aLaunch("l1").of("algebra"));

        assertThat(refusal(at(NOON, aLaunch("l1").of("botany"))).getReason()).isEqualTo(RefusalReason.LAUNCH_ID_REUSED);
        assertThat(refusal(at(NOON, aLaunch("l1").by("bob"))).getReason()).isEqualTo(RefusalReason.LAUNCH_ID_REUSED);
        assertThat(refusal(at(NOON, aLaunch("l1").from("others"))).getReason())
                .isEqualTo(RefusalReason.LAUNCH_ID_REUSED);
        assertThat(store.keys).hasSize(1);
        assertThat(store.seats).hasSize(1);
    }

    @Test
    @DisplayName("K7: a launch between a term's end and its renewal renews the key itself")
    void aLaunchRenewsAKeyThatRanOut() {
        approved("sale", FROM, TO, 1);
        at(NOON, aLaunch("l1"));
        Instant later = NOON.plus(Duration.ofDays(361));

        List<Publication> events = at(later, aLaunch("l2"));

        assertThat(all(events, KeyRenewed.class))
                .extracting(KeyRenewed::getTerm, KeyRenewed::getPosition, KeyRenewed::getTermFrom)
                .containsExactly(
                        tuple(2, 2, NOON.plus(Duration.ofDays(180))), tuple(3, 3, NOON.plus(Duration.ofDays(360))));
        assertThat(granted(events).getKey()).extracting("term", "usableUntil").containsExactly(3, TO);
    }

    @Test
    @DisplayName("K6: a launch that is handled late gets the key as it was when it happened")
    void aLateLaunchGetsTheTermOfItsTime() {
        approved("sale", FROM, TO, 1);
        at(NOON, aLaunch("l1"));
        at(NOON.plus(Duration.ofDays(200)), aLaunch("l2"));

        assertThat(granted(at(NOON.plusSeconds(1), aLaunch("l3"))).getKey().getTerm())
                .isEqualTo(1);
        assertThat(granted(at(FROM, aLaunch("l4"))).getKey().getTerm()).isEqualTo(1);
    }

    @Test
    @DisplayName("K1: the answer goes where the launch came from")
    void answersUnderTheKeyOfTheLaunch() {
        assertThat(at(NOON, aLaunch("l1"))).extracting(Publication::key).containsExactly("acme");
    }

    @ParameterizedTest
    @DisplayName("K1: where a launch has no key, or one too long, the answer goes under the organization")
    @ValueSource(ints = {0, 501, 1_000_000})
    void answersUnderTheOrganization(int lengthOfKey) {
        Message message = new Message(aLaunch("l1").launched(), "k".repeat(lengthOfKey), record(NOON));

        assertThat(listener.translate(message).replyKey()).isEqualTo("acme");
    }

    static Stream<TestLaunched> broken() {
        String tooLong = "x".repeat(501);
        return Stream.of(
                aLaunch("").launched(),
                aLaunch(" ").launched(),
                aLaunch(tooLong).launched(),
                aLaunch("l").by("x".repeat(1_000_000)).launched(),
                aLaunch("l").of("").launched(),
                aLaunch("l").of(tooLong).launched(),
                aLaunch("l").from("").launched(),
                aLaunch("l").covering(tooLong).launched());
    }

    @ParameterizedTest
    @DisplayName("A launch without what is needed, or with ids longer than 500 characters, is broken")
    @MethodSource("broken")
    void refusesToReadBrokenLaunches(TestLaunched launched) {
        Message message = new Message(launched, "key", Causes.record("r", NOON));

        assertThatThrownBy(() -> listener.translate(message)).isInstanceOf(BrokenRecord.class);
    }

    @ParameterizedTest
    @DisplayName("K3: ids are taken as they are")
    @ValueSource(strings = {"🂡 دانش‌آموز 学习者", "a\u0000b\u0007c", "ann ", "ANN"})
    void takesIdsAsTheyAre(String subject) {
        approved("sale", FROM, TO, 5);
        at(NOON, aLaunch("l1").by("ann"));

        LaunchGranted answer = granted(at(NOON, aLaunch("l2").by(subject)));

        assertThat(answer.getSubject()).isEqualTo(subject);
        assertThat(answer.getSeatNumber()).isEqualTo(2);
    }

    private void pending(String saleId, Instant from, Instant to, int seats) {
        store.plans.put(saleId, Plan.pending(sold(saleId, from, to, seats)));
    }

    private void approved(String saleId, Instant from, Instant to, int seats) {
        store.plans.put(saleId, Plan.pending(sold(saleId, from, to, seats)).approved(Causes.record("approval", FROM)));
    }

    private static Sold sold(String saleId, Instant from, Instant to, int seats) {
        return new Sold(saleId, "acme", "it-pro", seats, from, to, ZoneId.of("UTC"), 180);
    }

    private List<Publication> at(Instant time, SampleLaunch... launches) {
        return handled(batch(time, launches));
    }

    private List<Launch> batch(Instant time, SampleLaunch... launches) {
        return Stream.of(launches).map(launch -> translated(time, launch)).toList();
    }

    private List<Publication> handled(List<Launch> batch) {
        try {
            Decision<LaunchListener.Unwritten> decision = listener.decide(batch, listener.read(batch));
            listener.write(decision.changes());
            return decision.publications();
        } catch (LostRace e) {
            return handled(batch);
        }
    }

    /** Handles launches and crashes before the first seat is taken. */
    private void ruledButNotSeated(List<Launch> batch) {
        store.crashAtWrite(batch.size() + 1);
        assertThatThrownBy(() -> listener.read(batch)).isInstanceOf(MemoryStore.Crash.class);
        store.crashNoMore();
    }

    /** Lets others do something once, before such a step of the store. */
    private void beforeStep(int number, Runnable othersDo) {
        int[] steps = {0};
        meanwhile(() -> ++steps[0] == number, othersDo);
    }

    /** Lets others do something once, as soon as the store is so far. */
    private void meanwhile(BooleanSupplier when, Runnable othersDo) {
        boolean[] done = {false};
        store.meanwhile(() -> {
            if (!done[0] && when.getAsBoolean()) {
                done[0] = true;
                othersDo.run();
            }
        });
    }

    private Launch translated(Instant time, SampleLaunch launch) {
        return listener.translate(new Message(launch.launched(), launch.key(), record(time)));
    }

    private Cause record(Instant time) {
        return Causes.record("test-launches-0@" + records++, time);
    }

    private static LaunchGranted granted(List<Publication> events) {
        return all(events, LaunchGranted.class).get(0);
    }

    private static LaunchRefused refusal(List<Publication> events) {
        return all(events, LaunchRefused.class).get(0);
    }

    private static <T> List<T> all(List<Publication> events, Class<T> type) {
        return events.stream()
                .map(Publication::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
