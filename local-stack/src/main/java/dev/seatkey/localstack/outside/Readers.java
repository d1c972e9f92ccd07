package dev.seatkey.localstack.outside;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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

    @Override
    public void close() {
        admin.close();
    }

    private List<String> groupsOf(String service) {
        try {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith(service + "."))
                    .toList();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while looking at consumer groups", asked);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while looking at consumer groups", asked);
        }
    }
}
