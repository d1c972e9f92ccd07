package dev.seatkey.localstack.books;

import java.util.List;

/**
 * What a check found.
 *
 * @param compared how much was compared, collection by collection
 * @param records how many records of the topics that rests on
 * @param differences everything that does not agree
 * @param behind who had not handled everything when the wait was over, for people; while there are such, a difference may
 *     be work that is under way
 */
public record Findings(List<Compared> compared, long records, List<Difference> differences, List<String> behind) {
    public Findings {
        compared = List.copyOf(compared);
        differences = List.copyOf(differences);
        behind = List.copyOf(behind);
    }

    /** In how many things the topics alone are not as they must be. */
    public long contradictions() {
        return differences.stream()
                .filter(each -> each.kind() == Difference.Kind.CONTRADICTION)
                .count();
    }

    /**
     * How much of a collection was compared.
     *
     * @param place service and collection
     * @param told how many the topics tell of
     * @param stored how many the store holds
     * @param differences how many differences that gave
     */
    public record Compared(String place, long told, long stored, long differences) {}
}
