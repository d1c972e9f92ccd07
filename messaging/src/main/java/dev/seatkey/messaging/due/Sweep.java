package dev.seatkey.messaging.due;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.batch.Sending;
import dev.seatkey.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes what fell due to the service's own due topic. It runs when the consumer of that topic has nothing left to do,
 * on that consumer's thread, so that work which is under way is not published again.
 */
public final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST_AT_ONCE = 10_000;

    private final Topic topic;
    private final DueWork work;
    private final Clock clock;
    private final AvroFormat format;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final Duration interval;
    private final Repeats repeats = new Repeats();
    private long notBefore = System.nanoTime();

    /** @param interval how long the store is left alone after a search that found all there was, or failed */
    public Sweep(
            Topic topic,
            DueWork work,
            Clock clock,
            AvroFormat format,
            KafkaOperations<byte[], byte[]> kafka,
            Duration interval) {
        this.topic = topic;
        this.work = work;
        this.clock = clock;
        this.format = format;
        this.kafka = kafka;
        this.interval = interval;
    }

    /**
     * Publishes what is due in the slices of these partitions. Where more was due than is published at once, the next sweep looks
     * for it as soon as that is done. After a failure, the next sweep finds the same.
     *
     * @return false if it is too early to look again
     */
    public boolean run(Collection<TopicPartition> assigned) {
        if (System.nanoTime() - notBefore < 0) {
            return false;
        }
        boolean more = false;
        try {
            more = publishDue(assigned);
        } finally {
            notBefore = System.nanoTime() + (more ? 0 : interval.toNanos());
        }
        return true;
    }

    /** @return whether there may be more, and all that was published before is done */
    private boolean publishDue(Collection<TopicPartition> assigned) {
        Instant now = clock.instant();
        List<Integer> mine = Slices.ofPartitions(
                assigned.stream().map(TopicPartition::partition).toList(), topic.partitions());
        Repeats.Ready ready = repeats.ready(limit -> work.dueAt(now, mine, limit), MOST_AT_ONCE, System.nanoTime());
        if (!ready.items().isEmpty()) {
            publish(ready.items(), now);
            repeats.published(ready.items(), System.nanoTime());
        }
        return ready.mayBeMore();
    }

    private void publish(List<DueItem> due, Instant now) {
        // Each record is made as it is sent: thousands of them at once would crowd a small heap.
        kafka.executeInTransaction(transaction -> {
            Sending.all(() -> due.stream().map(item -> record(item, now)).iterator(), transaction);
            return true;
        });
        log.debug("{}: {} items fell due", topic.name(), due.size());
    }

    private ProducerRecord<byte[], byte[]> record(DueItem item, Instant now) {
        WorkDue body = new WorkDue(item.work(), item.subjectId(), item.dueAt());
        return new ProducerRecord<>(
                topic.name(),
                Slices.partitionOf(item.slice(), topic.partitions()),
                now.toEpochMilli(),
                item.subjectId().getBytes(UTF_8),
                format.encode(topic.name(), body));
    }
}
