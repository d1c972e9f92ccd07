package dev.seatkey.organizations;

import dev.seatkey.messaging.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest record that told about an organization.
 *
 * @param partition topic and partition
 * @param at the record's timestamp
 */
public record LastTold(String partition, long offset, Instant at) {

    static LastTold by(Cause cause) {
        int separator = cause.record().lastIndexOf('@');
        return new LastTold(
                cause.record().substring(0, separator),
                Long.parseLong(cause.record().substring(separator + 1)),
                cause.at());
    }

    /**
     * Whether this one holds against the other. Within a partition the order of the records decides; senders in different
     * languages may choose different partitions for one key, and then the later time does.
     */
    boolean supersedes(@Nullable LastTold other) {
        return other == null || (partition.equals(other.partition) && offset > other.offset) || at.isAfter(other.at);
    }
}
