package dev.seatkey.keys.renewal;

import dev.seatkey.keys.issuing.TestKey;
import dev.seatkey.keys.working.WorkingCopy;
import java.util.UUID;

/**
 * Gives a key every term that has begun by now, however long nobody looked, and closes it at its plan's end (K7, K8). Work
 * that was done meanwhile, by a launch or by the same work sent twice, changes nothing.
 */
final class RenewKeys {

    void renew(Due.RenewKey due, WorkingCopy<UUID, TestKey> keys) {
        TestKey key = keys.get(due.keyId());
        if (key != null) {
            keys.put(key.id(), key.caughtUpWith(due.cause().at(), due.cause()));
        }
    }
}
