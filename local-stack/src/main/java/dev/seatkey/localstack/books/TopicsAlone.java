package dev.seatkey.localstack.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the topics must satisfy by themselves, whatever the stores hold. */
final class TopicsAlone {
    private TopicsAlone() {}

    /**
     * In what they are not as they must be.
     *
     * @param answersAreCut whether old answers to launches are no longer kept
     * @param dead places of launches that are in the dead letters
     */
    static List<Difference> contradictions(Histories histories, boolean answersAreCut, Set<Told.Place> dead) {
        var found = new Contradictions();
        new SaleConsistency(found).check(histories.sales());
        new KeyConsistency(histories.sales(), found).check(histories.keys());
        new LaunchConsistency(histories.sales(), histories.keys(), found)
                .check(histories.launches(), answersAreCut, dead);
        var all = new ArrayList<>(histories.contradictions());
        all.addAll(found.list());
        return all;
    }
}
