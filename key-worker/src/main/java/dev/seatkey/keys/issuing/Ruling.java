package dev.seatkey.keys.issuing;

/**
 * How a launch is decided. It is kept before anything is done for the launch, so that all who handle it do the same: who
 * had other plans in view and comes later, follows what was ruled.
 */
public sealed interface Ruling permits Ruling.CoveredBy, Answer.Refused {

    /**
     * The learner gets a seat and a key of this plan, or finds them there. It is carried out by whoever handles the launch,
     * and revised only when all seats of the plan are others' for ever.
     */
    record CoveredBy(String saleId) implements Ruling {}
}
