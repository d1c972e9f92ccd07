package dev.seatkey.localstack.outside;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services have read. */
public final class Readers implements AutoCloseable {
    private final Admin admin;

    public Readers(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Whether every consumer group of a service that reads the event's topic has handled the event. */
    public boolean haveHandled(String service, Seen<?> event) {
        var partition = new TopicPartition(event.topic(), event.partition());
        var positions = groupsOf(service).stream()
                .flatMap(group -> Stream.ofNullable(committed(group).get(partition)))
                .toList();
        return !positions.isEmpty() && positions.stream().allMatch(position -> position.offset() > event.offset());
    }

    /**
     * Which services have not handled everything up to these records, for people; nothing when all have. A service reads a
     * topic with the groups that have a position in it.
     *
     * @param last where the last record of each partition stands
     */
    public List<String> behind(Map<TopicPartition, Long> last) {
        var behind = new ArrayList<String>();
        for (var service : services()) {
            var positions = groupsOf(service).stream().collect(Collectors.toMap(group -> group, this::committed));
            for (var topic : readBy(service)) {
                var ends = last.entrySet().stream()
                        .filter(each -> each.getKey().topic().equals(topic.name()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                behind.addAll(behind(service, topic, ends, positions));
            }
        }
        return behind;
    }

    /** Makes a service, which must not run meanwhile, read all of its topics once more from the beginning. */
    public void setBack(String service) {
        for (var group : groupsOf(service)) {
            var beginning = committed(group).keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
            answer(admin.alterConsumerGroupOffsets(group, beginning).all());
        }
    }

    private static List<String> behind(
            String service,
            Topic topic,
            Map<TopicPartition, Long> ends,
            Map<String, Map<TopicPartition, OffsetAndMetadata>> positions) {
        var readers = positions.entrySet().stream()
                .filter(each -> each.getValue().keySet().stream()
                        .anyMatch(partition -> partition.topic().equals(topic.name())))
                .toList();
        if (readers.isEmpty()) {
            return ends.isEmpty() ? List.of() : List.of(service + " has handled nothing of " + topic.name() + " yet");
        }
        return readers.stream()
                .map(reader -> Map.entry(reader.getKey(), toHandle(ends, reader.getValue())))
                .filter(each -> each.getValue() > 0)
                .map(each -> String.format(
                        Locale.ROOT,
                        "%s has about %,d records of %s to handle",
                        each.getKey(),
                        each.getValue(),
                        topic.name()))
                .toList();
    }

    /** Markers between transactions take offsets, too, so that this is no exact number unless it is 0. */
    private static long toHandle(Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> positions) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    var position = positions.get(end.getKey());
                    return Math.max(0, end.getValue() + 1 - (position == null ? 0 : position.offset()));
                })
                .sum();
    }

    private static List<String> services() {
        return Topics.contract().stream()
                .flatMap(topic -> topic.readers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Topic> readBy(String service) {
        return Topics.contract().stream()
                .filter(topic -> topic.readers().contains(service))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<String> groupsOf(String service) {
        return answer(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(service + "."))
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking about consumer groups", stop);
        }
    }
}
