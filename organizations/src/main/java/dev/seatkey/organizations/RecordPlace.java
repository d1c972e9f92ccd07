package dev.seatkey.organizations;

import dev.seatkey.messaging.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a record stood among the records of its topic.
 *
 * @param partition topic and partition
 * @param at the record's timestamp
 */
public record RecordPlace(String partition, long offset, Instant at) {

    /** The place of the record that made something happen. */
    public static RecordPlace of(Cause cause) {
        int separator = cause.record().lastIndexOf('@');
        return new RecordPlace(
                cause.record().substring(0, separator),
                Long.parseLong(cause.record().substring(separator + 1)),
                cause.at());
    }

    /** Whether this one certainly came after the other: further on in the same partition. */
    public boolean follows(RecordPlace other) {
        return partition.equals(other.partition) && offset > other.offset;
    }

    /**
     * Whether the newest state is told here and not by the other. Within a partition the order of the records decides;
     * senders in different languages may choose different partitions for one key, and then the later time does, at the same
     * time the partition with the greater name: an order that has no circles.
     */
    public boolean supersedes(@Nullable RecordPlace other) {
        if (other == null) {
            return true;
        }
        if (partition.equals(other.partition)) {
            return offset > other.offset;
        }
        return at.equals(other.at) ? partition.compareTo(other.partition) > 0 : at.isAfter(other.at);
    }
}
