package dev.seatkey.messaging;

/** What is still to be written for the batches before, while this one is read. */
@FunctionalInterface
public interface EarlierWrites {
    /** All is written. */
    EarlierWrites DONE = () -> {};

    /**
     * Returns once the store holds all that was decided about the batches before.
     *
     * @throws PassingFault if it could not be written; then all of them are handled again
     */
    void await();
}
