package dev.seatkey.keys.plans;

/** How far the news of sales is read. */
public interface FollowedSales {
    /**
     * Waits until all that has been told about sales by now is in the plans, so that nobody is refused for a plan that was
     * told about, but not read yet.
     *
     * @throws dev.seatkey.messaging.PassingFault if that takes too long
     */
    void upToNow();
}
