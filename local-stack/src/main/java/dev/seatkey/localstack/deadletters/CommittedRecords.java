package dev.seatkey.localstack.deadletters;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is committed in partitions, up to where they end now. Where a transaction is open, it waits for its end: what stands
 * behind it is not seen before.
 */
final class CommittedRecords implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final long LONGEST_STANDSTILL = Duration.ofSeconds(60).toNanos();
    private static final String ANSWER_WITHIN = "15000";

    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    CommittedRecords(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                ANSWER_WITHIN,
                "default.api.timeout.ms",
                ANSWER_WITHIN));
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "request.timeout.ms",
                        ANSWER_WITHIN,
                        "default.api.timeout.ms",
                        ANSWER_WITHIN,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "allow.auto.create.topics",
                        "false",
                        "max.poll.records",
                        "200"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The topics that the brokers have. */
    Set<String> topics() {
        return answer(admin.listTopics().names());
    }

    /** Gives every record of these partitions to a reader. */
    void all(Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        read(partitions, records -> records.forEach(reader));
    }

    /** Gives the records of a partition from an offset on to a reader, some at a time. */
    void from(TopicPartition partition, long offset, Consumer<ConsumerRecords<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        read(List.of(partition), reader);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    private void read(Collection<TopicPartition> partitions, Consumer<ConsumerRecords<byte[], byte[]>> reader) {
        var ends = ends(partitions);
        var position = -1L;
        var movedAt = System.nanoTime();
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            reader.accept(consumer.poll(SHORT));
            var now = partitions.stream().mapToLong(consumer::position).sum();
            if (now != position) {
                position = now;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > LONGEST_STANDSTILL) {
                throw new IllegalStateException(
                        "The brokers stand still: a transaction is open for too long. Try again when it has ended.");
            }
        }
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        var latest = partitions.stream().collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        var answers = answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all());
        return answers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .offset()));
    }

    private <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(
                    "The brokers at " + bootstrapServers + " cannot answer: " + refused.getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking the brokers", stopped);
        }
    }
}
