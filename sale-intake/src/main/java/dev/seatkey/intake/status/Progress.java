package dev.seatkey.intake.status;

import dev.seatkey.intake.sales.Sale;
import java.util.List;

/**
 * What events did to sales.
 *
 * @param changed the sales to be stored
 * @param reached the milestones to be told of, in their order
 */
record Progress(List<Sale> changed, List<Reached> reached) {
    Progress {
        changed = List.copyOf(changed);
        reached = List.copyOf(reached);
    }
}
