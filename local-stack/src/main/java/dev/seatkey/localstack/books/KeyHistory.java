package dev.seatkey.localstack.books;

import dev.seatkey.contract.KeyCloseReason;
import dev.seatkey.contract.KeyIssued;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that the topics tell of one key; filled while they are read. */
final class KeyHistory {
    @Nullable
    Event<KeyIssued> issued;

    /** By their place in the key's history. */
    final NavigableMap<Integer, Event<Term>> terms = new TreeMap<>();

    @Nullable
    Event<Closing> closed;

    /** How many steps its history has. */
    int length() {
        return terms.size() + (closed == null ? 0 : 1);
    }

    /** The term that it is in last. */
    @Nullable
    Term lastTerm() {
        return terms.isEmpty() ? null : terms.lastEntry().getValue().body();
    }

    /** One period of its life. */
    record Term(int number, Instant from, Instant to, Instant usableUntil) {}

    /** Its end. */
    record Closing(int position, KeyCloseReason reason, Instant at) {}
}
