package dev.seatkey.keys.issuing;

import org.jspecify.annotations.Nullable;

/**
 * What came of a launch's record.
 *
 * @param launch the launch
 * @param answered the launch that the answer is to: an earlier one, if the same launch was sent again
 * @param granted what the learner holds, if anything was granted; some of it may have come about for this very record, now
 *     or when it was handled before
 */
record Outcome(
        Launch launch,
        Launch answered,
        Answer answer,
        @Nullable Holding granted) {

    static Outcome refused(Launch launch, Launch answered, Answer.Refused refused) {
        return new Outcome(launch, answered, refused, null);
    }

    static Outcome granted(Launch launch, Launch answered, Holding holding) {
        return new Outcome(launch, answered, Answer.Granted.with(holding.key(), answered.at()), holding);
    }

    /** The same for another record of the same launch. */
    Outcome forRecordOf(Launch sentAgain) {
        return new Outcome(sentAgain, answered, answer, granted);
    }

    /**
     * A learner's seat and key.
     *
     * @param seats number of seats of the plan
     */
    record Holding(Seat seat, int seats, TestKey key) {}
}
