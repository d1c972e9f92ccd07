package dev.seatkey.localstack.books;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document of a worker's store, read without the worker's code. What is absent or of another kind reads as absent. */
record Stored(Document document) {

    /** The value at a path such as {@code details.price.currency}. */
    @Nullable
    Object at(String path) {
        Object value = document;
        for (var name : List.of(path.split("\\."))) {
            value = value instanceof Document inner ? inner.get(name) : null;
        }
        return value;
    }

    String text(String path) {
        return Facts.text(at(path));
    }

    @Nullable
    Instant time(String path) {
        return at(path) instanceof Date date ? date.toInstant() : null;
    }

    int number(String path) {
        return at(path) instanceof Number number ? number.intValue() : -1;
    }

    /** The documents in a list at a path. */
    List<Stored> list(String path) {
        return at(path) instanceof List<?> values
                ? values.stream()
                        .filter(Document.class::isInstance)
                        .map(each -> new Stored((Document) each))
                        .toList()
                : List.of();
    }

    long count(String path, Predicate<Stored> that) {
        return list(path).stream().filter(that).count();
    }
}
