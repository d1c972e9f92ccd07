package dev.seatkey.localstack.books;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One collection of a worker's store as it must be by the topics.
 *
 * @param <K> what a document is known by: words of the contracts, not an id that only the worker can make
 */
interface Account<K> {
    /** The service whose store it is. */
    String service();

    /** The collection. */
    String collection();

    /** Fields that are large and not looked at. */
    default List<String> ignored() {
        return List.of();
    }

    /** Everything that the collection must hold. */
    Set<K> told();

    /** What a document is about. */
    K subjectOf(Stored document);

    /** What the topics say about it; null where they don't tell of it. */
    @Nullable
    Facts told(K subject);

    /** What a document says about it: the facts that the topics tell, and no others. */
    Facts stored(K subject, Stored document);

    /** Whether the store may have removed it, or does not have to hold it. */
    default boolean mayBeGone(K subject) {
        return false;
    }

    /** Whether the topics may have forgotten what a document tells. */
    default boolean mayBeForgotten(K subject, Stored document) {
        return false;
    }

    /** Service and collection. */
    default String place() {
        return service() + "." + collection();
    }
}
