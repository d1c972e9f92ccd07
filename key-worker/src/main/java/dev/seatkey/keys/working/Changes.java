package dev.seatkey.keys.working;

import java.util.List;

/**
 * What a batch did to documents of one kind.
 *
 * @param added new ones, in the order in which they came to be
 * @param changed those that the store held already
 */
public record Changes<D>(List<D> added, List<Change<D>> changed) {
    public Changes {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
    }

    /** A document as it was read and as it is to be. */
    public record Change<D>(D before, D after) {}
}
