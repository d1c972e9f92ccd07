package dev.seatkey.keys.plans;

import dev.seatkey.keys.plans.SaleNews.Kind;
import dev.seatkey.keys.working.WorkingCopy;
import java.util.List;

/**
 * Makes plans of sales. The news of a sale may come in any order and more than once: a decision brings all that is needed,
 * and the first decision stands.
 */
public final class FollowSales {

    /** Brings the plans up to date with the news. */
    public void follow(List<SaleNews> news, WorkingCopy<String, Plan> plans) {
        for (SaleNews each : news) {
            String saleId = each.sold().saleId();
            Plan known = plans.get(saleId);
            Plan plan = known == null ? Plan.pending(each.sold()) : known;
            plans.put(saleId, plan.state() == PlanState.PENDING ? decided(plan, each) : plan);
        }
    }

    private static Plan decided(Plan pending, SaleNews news) {
        if (news.kind() == Kind.APPROVED) {
            return pending.approved(news.cause());
        }
        return news.kind() == Kind.DECLINED ? pending.declined() : pending;
    }
}
