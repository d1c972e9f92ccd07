package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.LostRace;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where sales and decisions meet. */
interface Approvals {

    /** Those of these sales of which something is known, by sale id. One round trip. */
    Map<String, Approval> find(Collection<String> saleIds);

    /**
     * Stores changed approvals.
     *
     * @throws LostRace if one was changed since it was read
     */
    void write(List<Approval> changed);
}
