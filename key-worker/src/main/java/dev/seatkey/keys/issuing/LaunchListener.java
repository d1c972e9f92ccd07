package dev.seatkey.keys.issuing;

import dev.seatkey.contract.TestLaunched;
import dev.seatkey.keys.plans.FollowedSales;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes launches from {@code test-launches}. A batch costs four round trips to read, and five to write if everything about
 * its launches is new, however many there are.
 */
final class LaunchListener implements BatchHandler<Launch, Books.Stored, Books.Written> {
    private static final int LONGEST_ID = 500;

    private final OpenBooks openBooks;
    private final AnswerLaunches answerLaunches;
    private final Plans plans;
    private final Seats seats;
    private final Keys keys;
    private final Answers answers;

    LaunchListener(
            AnswerLaunches answerLaunches, FollowedSales sales, Plans plans, Seats seats, Keys keys, Answers answers) {
        this.openBooks = new OpenBooks(sales, plans, seats, keys, answers);
        this.answerLaunches = answerLaunches;
        this.plans = plans;
        this.seats = seats;
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
                replyKey(message.key(), organizationId, learner),
                message.cause());
    }

    private static @Nullable Learner learner(String issuer, @Nullable String subject) {
        return subject == null || subject.isBlank() ? null : new Learner(issuer, limited("subject", subject));
    }

    private static String replyKey(String key, String organizationId, @Nullable Learner learner) {
        if (key.isEmpty() || key.length() > LONGEST_ID) {
            return learner == null ? organizationId : organizationId + "/" + learner.subject();
        }
        return key;
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

    @Override
    public Books.Stored read(List<Launch> launches) {
        return openBooks.about(launches);
    }

    @Override
    public Decision<Books.Written> decide(List<Launch> launches, Books.Stored stored) {
        Books books = new Books(stored);
        List<Publication> events = new ArrayList<>(2 * launches.size());
        for (Outcome outcome : answerLaunches.answer(stored.cases(), books)) {
            LaunchEvents.tell(outcome, events::add);
        }
        return new Decision<>(books.toWrite(), events);
    }

    /**
     * Rulings come first: nobody takes a seat or issues a key for a launch on which something else was ruled, so that
     * whoever gets the launch's record committed has told all that it brought about. The note in the plan may be lost.
     */
    @Override
    public void write(Books.Written changes) {
        answers.keep(changes.rulings());
        seats.take(changes.seats());
        keys.save(changes.keys());
        plans.noteSeatsTaken(changes.seatsTaken());
        if (changes.putOff()) {
            throw new LostRace("the last seats of a plan went to other launches of this batch");
        }
    }
}
