package dev.seatkey.localstack.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Named facts about one thing, each as text in one form, whether a topic or a store says it. */
final class Facts {
    static final String NOTHING = "nothing";

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** With one fact more. */
    Facts with(String name, @Nullable Object value) {
        byName.put(name, text(value));
        return this;
    }

    /** Tells each fact of these that the others do not have or have differently: name, this text, the other's. */
    void tellDifferences(Facts others, Listener listener) {
        byName.forEach((name, text) -> {
            var other = others.byName.getOrDefault(name, NOTHING);
            if (!text.equals(other)) {
                listener.differs(name, text, other);
            }
        });
    }

    void forEach(BiConsumer<String, String> action) {
        byName.forEach(action);
    }

    @Override
    public String toString() {
        return byName.entrySet().stream()
                .filter(each -> !each.getValue().equals(NOTHING))
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A value of a record or of a document as text. The same value gives the same text, whichever of them it is from. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        if (value instanceof LocalDate date) {
            // As the store keeps it.
            return date.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
        }
        if (value instanceof Decimal128 decimal) {
            return text(decimal.bigDecimalValue());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        if (value instanceof SpecificRecord record) {
            return joined(record.getSchema().getFields().stream()
                    .map(field -> record.get(field.pos()))
                    .toList());
        }
        if (value instanceof Document document) {
            return joined(document.values());
        }
        if (value instanceof Collection<?> values) {
            return values.isEmpty() ? NOTHING : values.stream().map(Facts::text).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    private static String joined(Collection<?> values) {
        return values.stream().filter(Objects::nonNull).map(Facts::text).collect(Collectors.joining("/"));
    }

    /** The later of two times; the one that there is where there is one. */
    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** The names of fields of a record, as paths. */
    static @Nullable Object at(SpecificRecord record, String path) {
        Object value = record;
        for (var name : List.of(path.split("\\."))) {
            var inner = (SpecificRecord) Objects.requireNonNull(value);
            value = inner.get(inner.getSchema().getField(name).pos());
        }
        return value;
    }

    /** Hears what differs. */
    interface Listener {
        void differs(String name, String text, String other);
    }
}
