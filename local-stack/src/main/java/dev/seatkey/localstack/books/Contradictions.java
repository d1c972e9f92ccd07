package dev.seatkey.localstack.books;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects in what the topics are not as they must be. */
final class Contradictions {
    private final List<Difference> found = new ArrayList<>();

    void add(String topic, String subject, String field, Object expected, Object actual) {
        found.add(Difference.contradiction(topic, subject, field, expected.toString(), actual.toString()));
    }

    /** Compares as text, so that amounts of different scale are the same. */
    void unlessEqual(String topic, String subject, String field, @Nullable Object expected, @Nullable Object actual) {
        var must = Facts.text(expected);
        var is = Facts.text(actual);
        if (!must.equals(is)) {
            found.add(Difference.contradiction(topic, subject, field, must, is));
        }
    }

    List<Difference> list() {
        return List.copyOf(found);
    }
}
