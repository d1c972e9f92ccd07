package dev.seatkey.messaging.due;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where a service finds its work that fell due. */
public interface DueWork {

    /** What is due in these slices at {@code now} or before, the longest overdue first, at most {@code limit}. */
    List<DueItem> dueAt(Instant now, Collection<Integer> slices, int limit);
}
