package dev.seatkey.intake.registration;

import static dev.seatkey.intake.registration.ViolationCode.ID_IN_USE;
import static dev.seatkey.intake.registration.ViolationCode.INVALID;
import static dev.seatkey.intake.registration.ViolationCode.OUT_OF_RANGE;
import static dev.seatkey.intake.registration.ViolationCode.REQUIRED;
import static dev.seatkey.intake.registration.ViolationCode.SALES_TYPE_NOT_PER_USER;
import static dev.seatkey.intake.registration.ViolationCode.TOO_LONG;

import dev.seatkey.intake.sales.Comment;
import dev.seatkey.organizations.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks what a registration says by itself, whatever else is known (S2, S5, S6, S9, S10). */
final class CheckForm {
    private static final int MOST_USERS = 1_000_000;
    /** More are not looked at. */
    static final int MOST_PEOPLE = 100;

    private static final int MOST_COMMENTS = 20;

    private final ActivationWindow window;

    CheckForm(ActivationWindow window) {
        this.window = window;
    }

    void check(Registration registration, Violations violations) {
        violations.requireName("saleId", registration.saleId());
        violations.requireName("saleName", registration.saleName());
        violations.requireName(
                "registeredBy.organizationId", registration.registeredBy().organizationId());
        violations.requireName(
                "registeredBy.userId", registration.registeredBy().userId());
        checkCustomer(registration, violations);
        checkPeople("newContacts", registration.newContacts(), violations);
        checkPeople("newUsers", registration.newUsers(), violations);
        violations.limitName("resellerId", registration.resellerId());
        violations.requireName("distributionId", registration.distributionId());
        checkTerms(registration, violations);
        violations.limitName("customerPoNumber", registration.paperwork().customerPoNumber());
        violations.limitName("orderNumber", registration.paperwork().orderNumber());
        checkComments(registration.comments(), violations);
    }

    private static void checkCustomer(Registration registration, Violations violations) {
        NewCustomer newCustomer = registration.newCustomer();
        if (newCustomer == null) {
            violations.requireName("customerId", registration.customerId() == null ? "" : registration.customerId());
            return;
        }
        if (registration.customerId() != null) {
            violations.add("newCustomer", INVALID, "Either customerId or newCustomer, not both.");
        }
        violations.requireName("newCustomer.organizationId", newCustomer.organizationId());
        violations.requireName("newCustomer.name", newCustomer.name());
        if (newCustomer.contacts().isEmpty()) {
            violations.add("newCustomer.contacts", REQUIRED, "A new organization needs at least one contact.");
        }
        checkPeople("newCustomer.contacts", newCustomer.contacts(), violations);
        checkPeople("newCustomer.users", newCustomer.users(), violations);
        checkTwice("newContacts", newCustomer.contacts(), registration.newContacts(), violations);
        checkTwice("newUsers", newCustomer.users(), registration.newUsers(), violations);
    }

    /** Nobody may be named twice with different names or addresses. */
    private static void checkTwice(String field, List<Person> some, List<Person> more, Violations violations) {
        if (some.size() > MOST_PEOPLE || more.size() > MOST_PEOPLE) {
            return;
        }
        for (int i = 0; i < more.size(); i++) {
            Person person = more.get(i);
            if (some.stream()
                    .anyMatch(other -> other.personId().equals(person.personId()) && !other.isSameAs(person))) {
                violations.add(
                        field + "[" + i + "].personId", ID_IN_USE, "Somebody else of the new customer has this id.");
            }
        }
    }

    private static void checkPeople(String field, List<Person> people, Violations violations) {
        if (people.size() > MOST_PEOPLE) {
            violations.add(field, TOO_LONG, "More than " + MOST_PEOPLE + " people at once.");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            String path = field + "[" + i + "].";
            violations.requireName(path + "personId", person.personId());
            violations.requireName(path + "name", person.name());
            violations.requireAddress(path + "mailAddress", person.mailAddress());
            violations.limitName(path + "locale", person.locale());
            if (!ids.add(person.personId())) {
                violations.add(path + "personId", ID_IN_USE, "Is the id of two people of this list.");
            }
        }
    }

    private void checkTerms(Registration registration, Violations violations) {
        if (registration.salesType() != SalesType.PER_USER) {
            violations.add("salesType", SALES_TYPE_NOT_PER_USER, "A subscription plan is sold PER_USER.");
        }
        if (registration.numberOfUsers() < 1 || registration.numberOfUsers() > MOST_USERS) {
            violations.add(
                    "numberOfUsers", OUT_OF_RANGE, String.format(Locale.ENGLISH, "Must be 1 to %,d.", MOST_USERS));
        }
        if (Currencies.find(registration.currency()).isEmpty()) {
            violations.add("currency", INVALID, "Is no currency code of ISO 4217.");
        }
        if (TimeZones.find(registration.timeZone()).isEmpty()) {
            violations.add("timeZone", INVALID, "Is no IANA time zone.");
        }
        window.check(registration, violations);
    }

    private static void checkComments(List<Comment> comments, Violations violations) {
        if (comments.size() > MOST_COMMENTS) {
            violations.add("comments", TOO_LONG, "More than " + MOST_COMMENTS + " comments.");
            return;
        }
        for (int i = 0; i < comments.size(); i++) {
            String path = "comments[" + i + "].";
            violations.requireName(path + "author", comments.get(i).author());
            violations.requireText(path + "text", comments.get(i).text());
        }
    }
}
