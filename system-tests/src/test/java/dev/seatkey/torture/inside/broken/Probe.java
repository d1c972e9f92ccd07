package dev.seatkey.torture.inside.broken;

import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;

/**
 * A handler that publishes the same for each message, and whose store is a few lines of a test.
 *
 * @param publications what it publishes for each message
 * @param onRead what happens when it reads
 * @param onWrite what happens when it writes
 */
record Probe(List<Publication> publications, Runnable onRead, Runnable onWrite)
        implements BatchHandler<Message, String, String> {
    private static final Runnable NOTHING = () -> {};

    static Probe publishing(List<Publication> publications) {
        return new Probe(publications, NOTHING, NOTHING);
    }

    static Probe reading(Runnable onRead) {
        return new Probe(List.of(), onRead, NOTHING);
    }

    static Probe writing(Runnable onWrite) {
        return new Probe(List.of(), NOTHING, onWrite);
    }

    /** A subscription of the key worker to the news of sales, with this handler. */
    Subscription subscribed() {
        return subscribedAs("sales");
    }

    /** The same, under another name. */
    Subscription subscribedAs(String name) {
        return new Subscription(
                Topics.KEY_WORKER,
                name,
                List.of(Topics.SALE_EVENTS),
                Set.of(SaleRegistered.class, SaleApproved.class),
                this);
    }

    @Override
    public Message translate(Message message) {
        return message;
    }

    @Override
    public String read(List<Message> messages) {
        onRead.run();
        return "stored";
    }

    @Override
    public Decision<String> decide(List<Message> messages, String stored) {
        return new Decision<>(
                "changes",
                messages.stream().flatMap(each -> publications.stream()).toList());
    }

    @Override
    public void write(String changes) {
        onWrite.run();
    }
}
