package dev.seatkey.torture.promises;

/** How often one worker has read its topics again from the beginning. */
final class Replays {
    private final String worker;
    private int count;

    Replays(String worker) {
        this.worker = worker;
    }

    void note(String replayed) {
        if (worker.equals(replayed)) {
            count++;
        }
    }

    boolean isOf(String replayed) {
        return worker.equals(replayed);
    }

    int count() {
        return count;
    }
}
