package dev.seatkey.localstack.deadletters;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** All dead letters of a cluster. */
final class DeadLetters {
    private final CommittedRecords records;

    DeadLetters(CommittedRecords records) {
        this.records = records;
    }

    /** All there are, in the order of the catalogue and, within a topic, in which they were put aside. */
    List<DeadLetter> all() {
        return read(topics());
    }

    /** The one with this id. */
    DeadLetter get(DeadLetterId id) {
        return (records.topics().contains(id.topic()) ? read(List.of(id.topic())) : List.<DeadLetter>of())
                .stream().filter(letter -> letter.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    /** The record of a dead letter, with its value. */
    ConsumerRecord<byte[], byte[]> record(DeadLetterId id) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        records.from(
                partition(id.topic()),
                id.offset(),
                some -> some.forEach(record -> {
                    if (record.offset() == id.offset()) {
                        found.add(record);
                    }
                }));
        return found.stream().findFirst().orElseThrow(() -> unknown(id));
    }

    static IllegalArgumentException unknown(DeadLetterId id) {
        return new IllegalArgumentException("There is no dead letter " + id);
    }

    static TopicPartition partition(String deadLetterTopic) {
        return new TopicPartition(deadLetterTopic, 0);
    }

    private List<String> topics() {
        var there = records.topics();
        var topics = Topics.all().stream()
                .filter(Topic::isDeadLetters)
                .map(Topic::name)
                .filter(there::contains)
                .toList();
        if (topics.isEmpty()) {
            throw new IllegalStateException("These brokers have no dead letter topic; ./seatkey deploy makes them.");
        }
        return topics;
    }

    private List<DeadLetter> read(List<String> topics) {
        Map<String, NavigableMap<Long, DeadLetter>> letters = new HashMap<>();
        Map<DeadLetterId, Replayed> replays = new HashMap<>();
        records.all(topics.stream().map(DeadLetters::partition).toList(), record -> {
            if (DeadLetter.isOne(record)) {
                letters.computeIfAbsent(record.topic(), unknown -> new TreeMap<>())
                        .put(record.offset(), DeadLetter.of(record));
            } else {
                var replayed = Replayed.of(record);
                replays.put(new DeadLetterId(record.topic(), replayed.offset()), replayed);
            }
        });
        return topics.stream()
                .flatMap(topic -> letters.getOrDefault(topic, new TreeMap<>()).values().stream())
                .map(letter -> letter.with(Optional.ofNullable(replays.get(letter.id()))))
                .toList();
    }
}
