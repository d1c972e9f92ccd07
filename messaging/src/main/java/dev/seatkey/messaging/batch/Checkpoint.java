package dev.seatkey.messaging.batch;

/** Is told of each step that a batch has passed. Tests make it crash there. */
@FunctionalInterface
public interface Checkpoint {
    /** Does nothing. */
    Checkpoint NONE = step -> {};

    void passed(Step step);
}
