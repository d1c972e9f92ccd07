package dev.seatkey.keys.issuing;

import java.util.List;

/**
 * What came of a launch's record.
 *
 * @param launch the launch
 * @param answered what it is answered with. The launch in here is an earlier one, if the same launch was sent again
 * @param seatsTaken the seats that were taken for this very record, now or when it was handled before
 * @param keys the learner's keys for the test; some of their terms may have begun for this very record
 */
record Outcome(Launch launch, AnsweredLaunch answered, List<TakenSeat> seatsTaken, List<TestKey> keys) {
    /**
     * A seat that was taken.
     *
     * @param of number of seats of its plan
     */
    record TakenSeat(Seat seat, int of) {}
}
