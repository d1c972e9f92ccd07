package dev.seatkey.torture;

import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How soon launches are answered again after a fault: the time until every partition has answered a launch that was sent after it.
 * (Until the next answer at all would be no measure: other instances go on with their partitions as if nothing had happened.)
 */
final class Recovery {
    private final Map<String, Launch> underWay = new HashMap<>();
    private final BitSet flowing = new BitSet();
    private long faultAt = Long.MAX_VALUE;
    private long recoveredAt = Long.MAX_VALUE;
    private long answers;
    private boolean waiting;

    synchronized void saw(Seen<?> record) {
        if (record.body() instanceof TestLaunched launch) {
            underWay.put(launch.getLaunchId(), new Launch(record.partition(), record.readNanos()));
        } else if (record.body() instanceof LaunchGranted granted) {
            answered(granted.getLaunchId(), record.readNanos());
        } else if (record.body() instanceof LaunchRefused refused) {
            answered(refused.getLaunchId(), record.readNanos());
        }
    }

    private void answered(String launchId, long at) {
        answers++;
        var launch = underWay.remove(launchId);
        if (!waiting || launch == null || launch.sentAt() < faultAt) {
            return;
        }
        flowing.set(launch.partition());
        if (flowing.cardinality() == Topics.TEST_LAUNCHES.partitions()) {
            recoveredAt = at;
            waiting = false;
        }
    }

    /** A fault happens now. */
    synchronized void faultNow() {
        faultAt = System.nanoTime();
        recoveredAt = Long.MAX_VALUE;
        flowing.clear();
        waiting = true;
    }

    /** Whether every partition has answered since the fault. */
    synchronized boolean isFlowing() {
        return !waiting;
    }

    /** Nothing has happened yet. */
    synchronized void forget() {
        faultAt = Long.MAX_VALUE;
        recoveredAt = Long.MAX_VALUE;
        waiting = false;
    }

    /** The time from the fault until every partition had answered; empty where not all have. */
    synchronized Optional<Duration> took() {
        return recoveredAt == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(recoveredAt - faultAt));
    }

    /** How many answers there were so far. */
    synchronized long answers() {
        return answers;
    }

    private record Launch(int partition, long sentAt) {}
}
