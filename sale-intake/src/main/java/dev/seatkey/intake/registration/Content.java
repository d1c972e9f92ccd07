package dev.seatkey.intake.registration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.seatkey.intake.sales.Comment;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.organizations.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a registration as it was sent, as one digest a field: enough to tell whether two say the same and where they
 * differ (S1), however long their comments are.
 */
final class Content {
    /** The digests of what most registrations leave out, which is much of each. */
    private static final Map<List<String>, String> LEFT_OUT = Stream.of(
                    List.of(marked(null)), people(List.of()), newCustomer(null), comments(List.of()))
            .distinct()
            .collect(toUnmodifiableMap(parts -> parts, Content::newDigest));

    private Content() {}

    /** The digests by the contract's field names, in a fixed order. */
    static Map<String, String> of(Registration registration) {
        Map<String, String> digests = new TreeMap<>();
        put(digests, "saleName", registration.saleName());
        put(
                digests,
                "registeredBy",
                registration.registeredBy().organizationId(),
                registration.registeredBy().userId());
        put(digests, "customerId", registration.customerId());
        digests.put("newCustomer", digest(newCustomer(registration.newCustomer())));
        digests.put("newContacts", digest(people(registration.newContacts())));
        digests.put("newUsers", digest(people(registration.newUsers())));
        put(digests, "resellerId", registration.resellerId());
        put(digests, "distributionId", registration.distributionId());
        put(digests, "salesType", registration.salesType().name());
        put(digests, "numberOfUsers", Integer.toString(registration.numberOfUsers()));
        put(digests, "currency", registration.currency());
        put(digests, "activationDate", registration.activationDate().toString());
        put(digests, "timeZone", registration.timeZone());
        put(digests, "customerPoNumber", registration.paperwork().customerPoNumber());
        put(digests, "orderNumber", registration.paperwork().orderNumber());
        put(digests, "billingMethod", registration.paperwork().billingMethod().name());
        digests.put("comments", digest(comments(registration.comments())));
        return digests;
    }

    /** The fields in which two registrations differ, in a fixed order. */
    static List<String> differences(Map<String, String> one, Map<String, String> other) {
        return new TreeMap<>(one)
                .entrySet().stream()
                        .filter(field -> !field.getValue().equals(other.get(field.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static void put(Map<String, String> digests, String field, @Nullable String... values) {
        List<String> parts = new ArrayList<>();
        for (String value : values) {
            parts.add(marked(value));
        }
        digests.put(field, digest(parts));
    }

    private static List<String> newCustomer(@Nullable NewCustomer customer) {
        if (customer == null) {
            return List.of();
        }
        List<String> parts = new ArrayList<>(
                List.of(customer.organizationId(), customer.name(), Boolean.toString(customer.ltiService())));
        parts.addAll(people(customer.contacts()));
        parts.addAll(people(customer.users()));
        return parts;
    }

    private static List<String> people(List<Person> people) {
        List<String> parts = new ArrayList<>();
        parts.add(Integer.toString(people.size()));
        people.forEach(person ->
                parts.addAll(List.of(person.personId(), person.name(), person.mailAddress(), marked(person.locale()))));
        return parts;
    }

    private static List<String> comments(List<Comment> comments) {
        List<String> parts = new ArrayList<>();
        comments.forEach(comment ->
                parts.addAll(List.of(comment.author(), comment.writtenAt().toString(), comment.text())));
        return parts;
    }

    /** Tells an absent value from an empty one. */
    private static String marked(@Nullable String value) {
        return value == null ? "-" : "+" + value;
    }

    private static String digest(List<String> parts) {
        String known = LEFT_OUT.get(parts);
        return known == null ? newDigest(parts) : known;
    }

    private static String newDigest(List<String> parts) {
        return NameBasedId.of(parts.toArray(String[]::new)).toString();
    }
}
