package dev.seatkey.intake.registration;

import java.util.Set;

/** What others publish and registrations refer to. */
interface References {

    /**
     * Returns if everything that was published of these so far has been read.
     *
     * @throws dev.seatkey.messaging.PassingFault if it has not; the registrations are to be judged later
     */
    void requireAllOf(Set<LateReference> late);
}
