package dev.seatkey.intake.pricing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the price list as its newest records tell it. */
final class FollowPriceList {

    /** The distributions as they are to be stored, of those that change. */
    Collection<Distribution> decide(List<Distribution> told, List<Distribution> stored) {
        Map<String, Distribution> before = new HashMap<>();
        stored.forEach(each -> before.put(each.distributionId(), each));
        Map<String, Distribution> now = new HashMap<>(before);
        told.forEach(each -> now.merge(each.distributionId(), each, Distribution::after));
        now.entrySet().removeAll(before.entrySet());
        return now.values();
    }
}
