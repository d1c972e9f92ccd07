package dev.seatkey.keys.plans;

import dev.seatkey.keys.working.WorkingCopy;
import dev.seatkey.messaging.Cause;

/** Starts and ends a plan when its time has come. Late work loses nothing: a plan that is over by now starts and ends. */
public final class TurnPlans {

    /** @param seatsTaken how many seats of the plan are taken, for its end */
    public void turn(String saleId, int seatsTaken, Cause cause, WorkingCopy<String, Plan> plans) {
        Plan plan = plans.get(saleId);
        if (plan != null) {
            plans.put(saleId, plan.turned(seatsTaken, cause));
        }
    }
}
