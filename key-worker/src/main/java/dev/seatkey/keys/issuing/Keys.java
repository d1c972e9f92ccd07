package dev.seatkey.keys.issuing;

import dev.seatkey.keys.working.Changes;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The test keys. */
public interface Keys {

    /** Those of these ids, by id. */
    Map<UUID, TestKey> ofIds(Collection<UUID> ids);

    /**
     * Writes new keys and what happened to others.
     *
     * @throws dev.seatkey.messaging.LostRace if a new one is there already, or another is no longer as it was read
     */
    void save(Changes<TestKey> changes);
}
