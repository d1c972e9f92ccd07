package dev.seatkey.messaging.batch;

import com.mongodb.MongoTimeoutException;

/** Fails a number of times at a step, as a dying server would. */
final class Trouble implements Checkpoint {
    private Step step = Step.POLLED;
    private int left;

    synchronized void at(Step step, int times) {
        this.step = step;
        this.left = times;
    }

    synchronized int left() {
        return left;
    }

    @Override
    public synchronized void passed(Step step) {
        if (step == this.step && left > 0) {
            left--;
            throw new MongoTimeoutException("as if something were away after " + step);
        }
    }
}
