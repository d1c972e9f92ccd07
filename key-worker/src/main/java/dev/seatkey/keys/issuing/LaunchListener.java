package dev.seatkey.keys.issuing;

import dev.seatkey.contract.TestLaunched;
import dev.seatkey.keys.plans.FollowedSales;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.keys.working.WorkingCopy;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.OverlappingHandler;
import dev.seatkey.messaging.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes launches from {@code test-launches}. A batch of new ones costs two round trips to read, five where a plan is missing, and
 * six at most to write; and some more where launches were answered before, or others take seats of the same plans at the same time.
 */
final class LaunchListener implements OverlappingHandler<Launch, LaunchListener.Stored, LaunchListener.Unwritten> {
    private static final int LONGEST_ID = 500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final OpenBooks openBooks;
    private final AdmitLaunches admitLaunches;
    private final AnswerLaunches answerLaunches;
    private final Plans plans;
    private final Keys keys;
    private final Answers answers;
    private final Lock seating = new ReentrantLock(true);

    private final SeatNotes seatNotes = new SeatNotes();

    private final Rivals rivals = new Rivals();

    LaunchListener(
            AnswerLaunches answerLaunches, FollowedSales sales, Plans plans, Seats seats, Keys keys, Answers answers) {
        this.openBooks = new OpenBooks(sales, plans, seats, answers, seatNotes);
        this.admitLaunches = new AdmitLaunches(plans, seats, answers);
        this.answerLaunches = answerLaunches;
        this.plans = plans;
        this.keys = keys;
        this.answers = answers;
    }

    @Override
    public Launch translate(Message message) {
        TestLaunched launched = (TestLaunched) message.body();
        String issuer = required("issuer", launched.getIssuer());
        String launchId = required("launch id", launched.getLaunchId());
        String organizationId = required("organization id", launched.getOrganizationId());
        Learner learner = learner(issuer, launched.getSubject());
        return new Launch(
                Launch.idOf(issuer, launchId),
                launchId,
                issuer,
                organizationId,
                required("distribution id", launched.getDistributionId()),
                required("test id", launched.getTestId()),
                learner,
                LearnerRoles.include(launched.getRoles()),
                replyKey(message.key(), organizationId),
                message.cause());
    }

    private static @Nullable Learner learner(String issuer, @Nullable String subject) {
        return subject == null || subject.isBlank() ? null : new Learner(issuer, limited("subject", subject));
    }

    private static String replyKey(String key, String organizationId) {
        return key.isEmpty() || key.length() > LONGEST_ID ? organizationId : key;
    }

    private static String required(String what, String id) {
        if (id.isBlank()) {
            throw new BrokenRecord("has no " + what);
        }
        return limited(what, id);
    }

    private static String limited(String what, String id) {
        if (id.length() > LONGEST_ID) {
            throw new BrokenRecord(
                    "has a " + what + " of " + id.length() + " characters; " + LONGEST_ID + " are allowed");
        }
        return id;
    }

    /**
     * Decides on what is to be expected before a seat is taken: a launch that meets a bug of ours goes to the dead letters
     * empty-handed, and gets all, with all that is told of it, when it is replayed after the repair.
     *
     * <p>The consumers of one instance do this in turn. Side by side they would go for the same seats and lose half of their work
     * to each other; in turn each finds what the one before it took, and one of them writes and sends while the other reads. Where
     * the store is slow nobody waits long for a turn: it only saves work.
     */
    @Override
    public Stored read(List<Launch> launches, EarlierWrites earlier) {
        boolean inTurn = isMyTurn();
        try {
            return readAndAdmit(launches, earlier);
        } finally {
            if (inTurn) {
                seating.unlock();
            }
        }
    }

    private boolean isMyTurn() {
        try {
            return seating.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Nearly all launches are new, so they are taken for new at first. Where one is not, the ruling on it is refused before
     * anything is done for it, and only then earlier rulings are looked up.
     */
    private Stored readAndAdmit(List<Launch> launches, EarlierWrites earlier) {
        try {
            return readAndAdmit(launches, earlier, Map.of());
        } catch (LostRace known) {
            Set<UUID> ids = launches.stream().map(Launch::id).collect(Collectors.toSet());
            return readAndAdmit(launches, earlier, answers.ofLaunches(ids));
        }
    }

    private Stored readAndAdmit(List<Launch> launches, EarlierWrites earlier, Map<UUID, AnsweredLaunch> answered) {
        Books found = openBooks.about(launches, answered);
        Map<UUID, TestKey> known = knownKeys(found, earlier);
        AdmitLaunches.Forecast forecast = admitLaunches.forecast(found);
        Decision<Changes<TestKey>> decision = decide(forecast.books(), known);
        Books admitted = admitLaunches.admit(found, forecast, rivals.areNear());
        boolean nobodyCameBetween = admitted == forecast.books();
        Map<String, Integer> taken = admitted.newNotes();
        if (!nobodyCameBetween) {
            rivals.met();
        } else if (!taken.isEmpty()) {
            rivals.notMet();
        }
        return new Stored(admitted, known, nobodyCameBetween ? decision : null, noteSeats(taken));
    }

    /** @return what is to be noted later, with the keys */
    private Map<String, Integer> noteSeats(Map<String, Integer> taken) {
        seatNotes.add(taken);
        if (!rivals.areNear()) {
            return seatNotes.handOutWhatIsDue();
        }
        // They look here for what was taken, and go for the same seats in vain until they see it.
        Map<String, Integer> all = seatNotes.all();
        plans.noteSeatsTaken(all);
        seatNotes.noted(all);
        return Map.of();
    }

    /** The batches before have taken their seats, but may still be writing their keys. */
    private Map<UUID, TestKey> knownKeys(Books found, EarlierWrites earlier) {
        Set<UUID> ids = keyIds(found);
        if (!ids.isEmpty()) {
            earlier.await();
        }
        return keys.ofIds(ids);
    }

    /** A key is stored after its seat: where there was no seat, there is no key. */
    private static Set<UUID> keyIds(Books found) {
        return found.options()
                .filter(option -> found.seats().containsKey(option.claim()))
                .map(Case.Option::keyId)
                .collect(Collectors.toSet());
    }

    @Override
    public Decision<Unwritten> decide(List<Launch> launches, Stored stored) {
        Decision<Changes<TestKey>> asExpected = stored.asExpected();
        Decision<Changes<TestKey>> decision = asExpected == null ? decide(stored.books(), stored.keys()) : asExpected;
        return new Decision<>(new Unwritten(decision.changes(), stored.notes()), decision.publications());
    }

    private Decision<Changes<TestKey>> decide(Books books, Map<UUID, TestKey> known) {
        WorkingCopy<UUID, TestKey> workingKeys = new WorkingCopy<>(known);
        List<Publication> events = new ArrayList<>(2 * books.cases().size());
        for (Outcome outcome : answerLaunches.answer(books, workingKeys)) {
            LaunchEvents.tell(outcome, events::add);
        }
        return new Decision<>(workingKeys.changes(), events);
    }

    @Override
    public void write(Unwritten changes) {
        keys.save(changes.keys());
        plans.noteSeatsTaken(changes.notes());
    }

    /**
     * What is left to be written when all seats are taken.
     *
     * @param notes how many seats are taken, by plan. May be lost: a note that is too low shows when the next seat is taken
     */
    record Unwritten(Changes<TestKey> keys, Map<String, Integer> notes) {}

    /**
     * What the store holds about a batch of launches.
     *
     * @param books with a ruling on each launch, and a seat for each learner who is covered
     * @param asExpected the decision, where it was made before and nobody came in between
     * @param notes what is still to be noted of the seats taken, by plan
     */
    record Stored(
            Books books,
            Map<UUID, TestKey> keys,
            @Nullable Decision<Changes<TestKey>> asExpected,
            Map<String, Integer> notes) {}
}
