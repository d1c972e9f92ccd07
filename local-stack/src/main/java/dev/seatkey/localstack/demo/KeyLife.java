package dev.seatkey.localstack.demo;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of one key, as its events tell it.
 *
 * @param issued its beginning
 * @param renewals its renewals, in the order of their terms
 * @param closings its end; more than one would be wrong
 */
record KeyLife(KeyIssued issued, List<KeyRenewed> renewals, List<KeyClosed> closings) {
    KeyLife {
        renewals = List.copyOf(renewals);
        closings = List.copyOf(closings);
    }

    /** The end of the last term so far. */
    Instant termTo() {
        return renewals.isEmpty()
                ? issued.getTermTo()
                : renewals.get(renewals.size() - 1).getTermTo();
    }

    Optional<KeyClosed> closed() {
        return closings.stream().findFirst();
    }

    /** Whether something should have happened to the key by now that has not. */
    boolean isOverdue(Instant now, Instant planTo) {
        if (!closings.isEmpty()) {
            return false;
        }
        return !planTo.isAfter(now) || !termTo().isAfter(now) && termTo().isBefore(planTo);
    }
}
