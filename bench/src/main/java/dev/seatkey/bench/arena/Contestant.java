package dev.seatkey.bench.arena;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Somebody who does a job, in one process or several.
 *
 * @param name who
 * @param topicPrefix what the names of its topics begin with, so that nobody gets another's records
 * @param pids its processes
 * @param urls where they tell their metrics, if they do
 */
public record Contestant(String name, String topicPrefix, List<Long> pids, List<String> urls) {
    private static final double MEGABYTE = 1024.0 * 1024.0;

    public Contestant {
        pids = List.copyOf(pids);
        urls = List.copyOf(urls);
    }

    /** Its own topic in the place of one of the contracts. */
    public String topic(String ofContract) {
        return topicPrefix + ofContract;
    }

    /** Time on processors so far, of all its processes. */
    public Duration processorTime() {
        return Processes.processorTime(pids);
    }

    /** Resident memory of each of its processes, in megabytes. */
    public List<Double> residentMemory() {
        return pids.stream()
                .map(pid -> Processes.residentMemory(pid) / MEGABYTE)
                .toList();
    }

    /** What its processes have taken of their heaps so far, in bytes; empty if they don't tell. */
    public OptionalDouble allocatedBytes() {
        return urls.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        urls.stream().mapToDouble(Metrics::allocatedBytes).sum());
    }
}
