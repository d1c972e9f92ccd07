package dev.seatkey.localstack.components;

import dev.seatkey.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics, brings the settings of those that are there in line, and waits until every partition can be written to. */
final class TopicDeployment {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Admin admin;
    private final TopicSettings settings;

    TopicDeployment(Admin admin, TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    void deploy(List<Topic> topics) {
        var existing = answer(admin.listTopics().names());
        create(topics.stream().filter(topic -> !existing.contains(topic.name())).toList());
        align(topics.stream().filter(topic -> existing.contains(topic.name())).toList());
        awaitLeaders(topics);
    }

    private void create(List<Topic> topics) {
        admin.createTopics(topics.stream().map(settings::asNewTopic).toList())
                .values()
                .values()
                .forEach(TopicDeployment::awaitCreated);
    }

    private static void awaitCreated(Future<Void> created) {
        try {
            answer(created);
        } catch (IllegalStateException refused) {
            // Another deployment, at the same time, was faster.
            if (!isRefused(refused, TopicExistsException.class)) {
                throw refused;
            }
        }
    }

    private void align(List<Topic> topics) {
        var described = answer(admin.describeTopics(names(topics)).allTopicNames());
        topics.forEach(topic -> refuseOtherPartitions(topic, described));
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        topics.forEach(topic -> changes.put(
                new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                settings.configurationOf(topic).entrySet().stream()
                        .map(setting -> new AlterConfigOp(
                                new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                        .toList()));
        answer(admin.incrementalAlterConfigs(changes).all());
    }

    /** More partitions would send the records of one key to two places: that is for an operator to decide. */
    private static void refuseOtherPartitions(Topic topic, Map<String, TopicDescription> described) {
        var description = described.get(topic.name());
        var there = description == null ? 0 : description.partitions().size();
        if (there != topic.partitions()) {
            throw new IllegalStateException(
                    "Topic " + topic.name() + " has " + there + " partitions, the catalogue says " + topic.partitions()
                            + "; its number of partitions is not changed by a deployment");
        }
    }

    /** Asks every partition's leader for its end: only a leader that serves the partition answers. */
    private void awaitLeaders(List<Topic> topics) {
        var partitions = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : topics) {
            IntStream.range(0, topic.partitions())
                    .forEach(number -> partitions.put(new TopicPartition(topic.name(), number), OffsetSpec.latest()));
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!areServed(partitions, deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Whether all leaders answer. A broker that is busy may not know a new topic for a moment. */
    private boolean areServed(Map<TopicPartition, OffsetSpec> partitions, long deadline) {
        try {
            answer(admin.listOffsets(partitions).all());
            return true;
        } catch (IllegalStateException refused) {
            if (isRefused(refused, RetriableException.class) && System.nanoTime() < deadline) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean isRefused(IllegalStateException refused, Class<? extends ApiException> why) {
        return refused.getCause() instanceof ExecutionException answer && why.isInstance(answer.getCause());
    }

    private static Set<String> names(List<Topic> topics) {
        return Set.copyOf(new ArrayList<>(topics.stream().map(Topic::name).toList()));
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The broker refused: " + refused.getMessage(), refused);
        } catch (TimeoutException late) {
            throw new IllegalStateException("The broker did not answer within " + PATIENCE.toSeconds() + " s", late);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the broker", asked);
        }
    }
}
