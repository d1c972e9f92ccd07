package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.OverlappingHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A journal that waits for the batch before only where it is asked again about what it has read. */
final class ReadingAhead implements OverlappingHandler<Journal.Entry, Map<String, Journal.Entry>, List<Journal.Entry>> {
    private final Journal journal;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ReadingAhead(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Journal.Entry translate(Message message) {
        return journal.translate(message);
    }

    @Override
    public Map<String, Journal.Entry> read(List<Journal.Entry> messages, EarlierWrites earlier) {
        if (messages.stream().anyMatch(message -> known.contains(message.id()))) {
            earlier.await();
        }
        messages.forEach(message -> known.add(message.id()));
        return journal.read(messages);
    }

    @Override
    public Decision<List<Journal.Entry>> decide(List<Journal.Entry> messages, Map<String, Journal.Entry> stored) {
        return journal.decide(messages, stored);
    }

    @Override
    public void write(List<Journal.Entry> changes) {
        journal.write(changes);
    }
}
