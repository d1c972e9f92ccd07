package dev.seatkey.schemas.release;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/**
 * Compares today's contracts with those of a release, in both directions, as a registry does under {@code FULL_TRANSITIVE}
 * when it is done with every release. On top of that it finds what Avro lets pass: a removed record type or subject, and a
 * changed logical type, with which old bytes are read as another value.
 */
final class Compatibility {
    private final Release released;
    private final Release today;
    private final List<Breach> breaches = new ArrayList<>();

    private Compatibility(Release released, Release today) {
        this.released = released;
        this.today = today;
    }

    /** Everything that is wrong with {@code today}, seen from {@code released}; empty if nothing is. */
    static List<Breach> breaches(Release released, Release today) {
        Compatibility comparison = new Compatibility(released, today);
        released.schemas().forEach(comparison::compare);
        released.subjects().stream()
                .filter(subject -> !today.subjects().contains(subject))
                .forEach(comparison::isGone);
        return comparison.breaches;
    }

    private void compare(String name, Schema then) {
        Schema now = today.schemas().get(name);
        if (now == null) {
            report(
                    name,
                    "",
                    "RECORD_REMOVED",
                    "nobody can read or send it any more",
                    "Put it back; a record type stays in the catalogue as long as a topic may hold one.");
            return;
        }
        int before = breaches.size();
        canRead(name, now, then, Reader.TODAY);
        canRead(name, then, now, Reader.RELEASED);
        if (breaches.size() == before) {
            LogicalTypes.differences(then, now)
                    .forEach(each -> report(
                            name,
                            each.path(),
                            "LOGICAL_TYPE_CHANGED",
                            "was " + each.then() + ", is " + each.now() + ": the same bytes mean another value",
                            "Keep the logical type; add a new field with a default instead."));
        }
    }

    private void canRead(String name, Schema reader, Schema writer, Reader who) {
        for (Incompatibility each : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            report(
                    name,
                    FieldPath.named(reader, each.getLocation()),
                    each.getType().name(),
                    who.meaning(released.version()) + " (" + each.getMessage() + ")",
                    remedy(each.getType(), who));
        }
    }

    private void isGone(String subject) {
        if (released.schemas().keySet().stream()
                .anyMatch(
                        name -> subject.endsWith("-" + name) && today.schemas().containsKey(name))) {
            report(
                    subject,
                    "",
                    "SUBJECT_REMOVED",
                    "the topic no longer carries that record, and its readers treat one as broken",
                    "Put the record back into the topic's entry in Topics.");
        }
    }

    private void report(String record, String place, String rule, String meaning, String remedy) {
        breaches.add(new Breach(record, released.version(), place, rule, meaning, remedy));
    }

    private static String remedy(SchemaIncompatibilityType type, Reader who) {
        return switch (type) {
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                who == Reader.TODAY
                        ? "Give the new field a default."
                        : "Put the field back: it had no default, so released readers need it.";
            case NAME_MISMATCH -> "Keep the name; a new meaning is a new type.";
            case MISSING_ENUM_SYMBOLS -> "Keep the symbols, and the enum's default.";
            case MISSING_UNION_BRANCH -> "Keep the branches of the union as they were.";
            case TYPE_MISMATCH, FIXED_SIZE_MISMATCH -> "Keep the type; add a new field with a default instead.";
        };
    }

    private enum Reader {
        TODAY,
        RELEASED;

        String meaning(String version) {
            return this == TODAY
                    ? "today's readers cannot read what writers of " + version + " wrote"
                    : "readers of " + version + " cannot read what today's writers write";
        }
    }
}
