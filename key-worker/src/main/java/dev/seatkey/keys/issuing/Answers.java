package dev.seatkey.keys.issuing;

import dev.seatkey.keys.working.Changes;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What was ruled on launches, kept longer than a launch can be sent or replayed again. */
interface Answers {

    /** Those of these launches, by the launch's id. */
    Map<UUID, AnsweredLaunch> ofLaunches(Collection<UUID> ids);

    /**
     * Keeps new rulings, in their order up to the first that is refused, and revised ones. The order matters: a ruling may stand
     * on those before it.
     *
     * @throws dev.seatkey.messaging.LostRace if a launch has been ruled on meanwhile
     */
    void keep(Changes<AnsweredLaunch> rulings);
}
