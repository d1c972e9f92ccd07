package dev.seatkey.keys.issuing;

/** Whether others are about who take seats of the same plans. Guesses, from how it went: it only saves work. */
final class Rivals {
    /** After so many batches that take seats and meet nobody, others are taken to be gone. That is a second under full load. */
    private static final int BATCHES_TO_BE_ALONE = 20;

    /** Counted no further than needed. */
    private int batchesAlone = BATCHES_TO_BE_ALONE;

    synchronized boolean areNear() {
        return batchesAlone < BATCHES_TO_BE_ALONE;
    }

    synchronized void met() {
        batchesAlone = 0;
    }

    /** A batch took seats and met nobody. */
    synchronized void notMet() {
        batchesAlone = Math.min(batchesAlone + 1, BATCHES_TO_BE_ALONE);
    }
}
