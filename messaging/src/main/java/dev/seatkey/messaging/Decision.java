package dev.seatkey.messaging;

import java.util.List;

/**
 * What was decided about a batch.
 *
 * @param changes what to write to the store
 * @param publications what to send, in this order
 */
public record Decision<C>(C changes, List<Publication> publications) {
    public Decision {
        publications = List.copyOf(publications);
    }
}
