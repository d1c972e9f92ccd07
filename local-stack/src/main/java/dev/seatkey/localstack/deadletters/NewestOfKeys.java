package dev.seatkey.localstack.deadletters;

import dev.seatkey.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** In a topic whose newest record of a key counts, an old one that is put back would undo what came after it. */
final class NewestOfKeys {
    private final CommittedRecords records;
    private final Map<TopicPartition, Map<ByteBuffer, Place>> known = new HashMap<>();

    NewestOfKeys(CommittedRecords records) {
        this.records = records;
    }

    /** The record that has come instead of this one. */
    Optional<Place> instead(byte[] key, Place of) {
        return isCompacted(of.topic())
                ? Optional.ofNullable(known.computeIfAbsent(of.topicPartition(), this::read)
                                .get(ByteBuffer.wrap(key)))
                        .filter(newest -> newest.offset() > of.offset())
                : Optional.empty();
    }

    private Map<ByteBuffer, Place> read(TopicPartition partition) {
        var newest = new HashMap<ByteBuffer, Place>();
        records.from(
                partition,
                0,
                some -> some.forEach(record -> {
                    if (record.key() != null) {
                        newest.put(ByteBuffer.wrap(record.key()), Place.of(record));
                    }
                }));
        return newest;
    }

    private static boolean isCompacted(String name) {
        return Topics.contract().stream().anyMatch(topic -> topic.name().equals(name) && topic.compacted());
    }
}
