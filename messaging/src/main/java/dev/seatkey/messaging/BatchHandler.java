package dev.seatkey.messaging;

import java.time.Duration;
import java.util.List;

/**
 * What a worker does with a batch of messages. The steps are run in this order, and may be run again from the start at any
 * point: after a crash on the same records, perhaps cut into other batches.
 *
 * @param <M> a message as the domain sees it
 * @param <S> what the store holds that the decision needs
 * @param <C> the changes to be written
 */
public interface BatchHandler<M, S, C> {

    /**
     * How long all steps together may take, with the transaction that follows. After that the consumer counts as dead, and
     * another instance handles the same batch at the same time.
     */
    Duration LONGEST_BATCH = Duration.ofMinutes(8);

    /**
     * How long the transaction of a batch may take, if it succeeds. Those of the two batches before, with what may still have to be written
     * before them, go on beside the steps (docs/decisions/0011-overlap.md).
     */
    Duration LONGEST_TRANSACTION = Duration.ofSeconds(80);

    /**
     * Turns a record into a message of the domain. Pure.
     *
     * @throws BrokenRecord if the record can never be handled; it alone goes to the dead letters
     */
    M translate(Message message);

    /**
     * Reads what the messages need, in a number of round trips that does not grow with each message. What others compete for is
     * taken here, where the decision hangs on who gets it; taking it twice is taking it once.
     *
     * @throws LostRace if somebody else was faster; the batch is read again
     */
    S read(List<M> messages);

    /**
     * Decides, message by message in their order. Pure: no clock, no input or output. A message whose effect the store
     * already holds <em>through this very message</em> gives the same publications again.
     */
    Decision<C> decide(List<M> messages, S stored);

    /**
     * Writes the changes so that writing twice is writing once.
     *
     * @throws LostRace if somebody else changed what the decision stood on; the batch is read and decided again
     */
    void write(C changes);
}
