package dev.seatkey.messaging.due;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What falls due is cut into a fixed number of slices by its id, and each slice belongs to one partition of the due topic.
 * Which instance sweeps what therefore follows from the partitions that it is assigned: no lock, no leader.
 */
public final class Slices {
    /** Divides evenly by every number of partitions that is likely. */
    static final int COUNT = 60;

    private Slices() {}

    /** The slice of this id, stored with what falls due. */
    public static int of(String id) {
        return Math.floorMod(id.hashCode(), COUNT);
    }

    static List<Integer> ofPartitions(Collection<Integer> assigned, int partitions) {
        return IntStream.range(0, COUNT)
                .filter(slice -> assigned.contains(slice % partitions))
                .boxed()
                .toList();
    }

    static int partitionOf(int slice, int partitions) {
        return slice % partitions;
    }
}
