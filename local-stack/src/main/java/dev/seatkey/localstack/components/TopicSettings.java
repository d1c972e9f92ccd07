package dev.seatkey.localstack.components;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topic.Timestamps;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;

/**
 * How a topic of the catalogue is set on a broker.
 *
 * @param replicas copies of each partition
 * @param movableClock whether the clock can be moved: then only senders know the time, and none is too long ago
 */
record TopicSettings(short replicas, boolean movableClock) {
    private static final long FOR_GOOD = -1;

    static TopicSettings local(short replicas) {
        return new TopicSettings(replicas, true);
    }

    static TopicSettings cluster(short replicas) {
        return new TopicSettings(replicas, false);
    }

    NewTopic asNewTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), replicas).configs(configurationOf(topic));
    }

    Map<String, String> configurationOf(Topic topic) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(retentionOf(topic)),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                timestampsOf(topic).name,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(topic.maxRecordBytes()),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                String.valueOf(Math.max(1, replicas - 1)));
    }

    private long retentionOf(Topic topic) {
        return movableClock
                ? FOR_GOOD
                : topic.retention().map(Duration::toMillis).orElse(FOR_GOOD);
    }

    private TimestampType timestampsOf(Topic topic) {
        return topic.timestamps() == Timestamps.BROKER && !movableClock
                ? TimestampType.LOG_APPEND_TIME
                : TimestampType.CREATE_TIME;
    }
}
