package dev.seatkey.messaging.batch;

import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The smallest honest handler: notes each line once, and answers each line with a record that says so. Some lines bring
 * trouble.
 */
final class Notebook implements BatchHandler<Notebook.Line, Map<String, Cause>, Map<String, Cause>> {
    static final String BROKEN = "broken";
    static final String BUG = "bug";

    private final Map<String, Cause> lines = new ConcurrentHashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private RuntimeException onRead = new IllegalStateException();
    private int failingReads;
    private int racesToLose;
    private int racesToLoseEarly;

    record Line(String text, Cause cause) {}

    /** The next reads fail. */
    Notebook failing(int times, RuntimeException failure) {
        failingReads = times;
        onRead = failure;
        return this;
    }

    /** The next writes come too late. */
    Notebook losingRaces(int times) {
        racesToLose = times;
        return this;
    }

    /** The next reads meet others who take what they want to take. */
    Notebook losingRacesEarly(int times) {
        racesToLoseEarly = times;
        return this;
    }

    Map<String, Cause> lines() {
        return lines;
    }

    List<Integer> batchSizes() {
        return batches;
    }

    @Override
    public Line translate(Message message) {
        String text = ((WorkDue) message.body()).getSubjectId();
        if (text.equals(BROKEN)) {
            throw new BrokenRecord("is torn");
        }
        return new Line(text, message.cause());
    }

    @Override
    public Map<String, Cause> read(List<Line> messages) {
        if (failingReads > 0) {
            failingReads--;
            throw onRead;
        }
        batches.add(messages.size());
        if (racesToLoseEarly > 0) {
            racesToLoseEarly--;
            throw new LostRace("somebody took it faster");
        }
        return Map.copyOf(lines);
    }

    @Override
    public Decision<Map<String, Cause>> decide(List<Line> messages, Map<String, Cause> stored) {
        Map<String, Cause> changes = new ConcurrentHashMap<>();
        List<Publication> publications = new ArrayList<>();
        for (Line line : messages) {
            if (line.text.equals(BUG)) {
                throw new IllegalArgumentException("nobody thought of this line");
            }
            if (!stored.containsKey(line.text)) {
                changes.put(line.text, line.cause);
            }
            publications.add(answer(line));
        }
        return new Decision<>(changes, publications);
    }

    @Override
    public void write(Map<String, Cause> changes) {
        if (racesToLose > 0) {
            racesToLose--;
            throw new LostRace("somebody wrote faster");
        }
        lines.putAll(changes);
    }

    private static Publication answer(Line line) {
        WorkDue body = new WorkDue("noted", line.text, line.cause.at());
        return new Publication(Topics.NOTIFIER_DUE, line.text, NameBasedId.of("noted", line.text), body, line.cause);
    }
}
