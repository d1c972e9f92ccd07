package dev.seatkey.torture.promises;

import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.TopicTail;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A record that nobody can read is in the dead letters of each of its readers, once; nothing else is. */
public final class OnlyBrokenInDeadLetters implements Promise {
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<String, String> readers = new HashMap<>();
    private final Map<Refusal, Integer> owed = new HashMap<>();
    private final Map<Refusal, Integer> found = new HashMap<>();
    private final Map<Refusal, Integer> broken = new HashMap<>();
    private final Map<Refusal, String> reasons = new HashMap<>();

    public OnlyBrokenInDeadLetters() {
        Topics.all().forEach(topic -> {
            topics.put(topic.name(), topic);
            topic.readers().forEach(reader -> readers.put(topic.deadLetters(reader), reader));
        });
    }

    @Override
    public String name() {
        return "only-broken-in-dead-letters";
    }

    @Override
    public String text() {
        return "Each broken record is in the dead letters of its readers once, and nothing else is";
    }

    @Override
    public void saw(Seen<?> record) {
        var topic = topics.get(record.topic());
        if (record.body() instanceof TopicTail.Undecodable && topic != null) {
            topic.readers().forEach(reader -> {
                var refusal = new Refusal(
                        record.topic(), String.valueOf(record.partition()), String.valueOf(record.offset()), reader);
                broken.merge(refusal, 1, Integer::sum);
                owed.merge(refusal, 1, Integer::sum);
            });
        } else if (topic != null && topic.isDeadLetters()) {
            var refusal = new Refusal(
                    header(record, "dlt-topic"),
                    header(record, "dlt-partition"),
                    header(record, "dlt-offset"),
                    readers.getOrDefault(record.topic(), "nobody"));
            found.merge(refusal, 1, Integer::sum);
            reasons.put(refusal, header(record, "dlt-reason"));
        }
    }

    @Override
    public void replayed(String worker) {
        broken.keySet().stream()
                .filter(each -> each.reader().equals(worker))
                .forEach(each -> owed.merge(each, 1, Integer::sum));
    }

    @Override
    public long outstanding() {
        return owed.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - found.getOrDefault(each.getKey(), 0)))
                .sum();
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        found.forEach((refusal, times) -> {
            breaches.unless(
                    owed.containsKey(refusal),
                    "%s put aside %s, which was not broken: %s",
                    refusal.reader(),
                    refusal.origin(),
                    reasons.getOrDefault(refusal, ""));
            breaches.unless(
                    !owed.containsKey(refusal) || times <= owed.getOrDefault(refusal, 0),
                    "%s put aside %s %d times",
                    refusal.reader(),
                    refusal.origin(),
                    times);
        });
        owed.forEach((refusal, times) -> breaches.unless(
                found.getOrDefault(refusal, 0) >= times,
                "%s never put aside %s, which is broken",
                refusal.reader(),
                refusal.origin()));
        return breaches.list();
    }

    private static String header(Seen<?> record, String name) {
        return record.headers().getOrDefault(name, "");
    }

    /** The coordinates as they stand in the headers, whatever that is. */
    private record Refusal(String topic, String partition, String offset, String reader) {
        String origin() {
            return topic + "-" + partition + "@" + offset;
        }
    }
}
