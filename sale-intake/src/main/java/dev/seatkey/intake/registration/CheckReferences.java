package dev.seatkey.intake.registration;

import static dev.seatkey.intake.registration.ViolationCode.ID_IN_USE;
import static dev.seatkey.intake.registration.ViolationCode.NOT_A_SUBSCRIPTION_DISTRIBUTION;
import static dev.seatkey.intake.registration.ViolationCode.NO_LTI_SERVICE;
import static dev.seatkey.intake.registration.ViolationCode.NO_PRICE;
import static dev.seatkey.intake.registration.ViolationCode.OUTSIDE_YOUR_ORGANIZATION;
import static dev.seatkey.intake.registration.ViolationCode.UNKNOWN_DISTRIBUTION;
import static dev.seatkey.intake.registration.ViolationCode.UNKNOWN_ORGANIZATION;
import static dev.seatkey.intake.registration.ViolationCode.UNKNOWN_USER;
import static java.util.stream.Collectors.toMap;

import dev.seatkey.intake.pricing.Distribution;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a registration against what is known of organizations and prices (S2 to S5, S7). */
final class CheckReferences {

    void check(Registration registration, Ledger ledger, Violations violations) {
        Optional<Organization> registering =
                ledger.organization(registration.registeredBy().organizationId());
        checkRegistrant(registration, registering, violations);
        if (registration.newCustomer() != null) {
            checkNewCustomer(registration, registration.newCustomer(), ledger, violations);
        } else if (registration.customerId() != null
                && !registration.customerId().isBlank()) {
            checkCustomer(registration, registration.customerId(), ledger, violations);
        }
        String reseller = registration.resellerId();
        if (reseller != null && ledger.organization(reseller).isEmpty()) {
            violations.add("resellerId", UNKNOWN_ORGANIZATION, "No organization has this id.");
        }
        if (!registration.distributionId().isBlank()) {
            checkDistribution(registration, ledger, violations);
        }
    }

    private static void checkRegistrant(
            Registration registration, Optional<Organization> registering, Violations violations) {
        String organizationId = registration.registeredBy().organizationId();
        String userId = registration.registeredBy().userId();
        if (registering.isEmpty() && !organizationId.isBlank()) {
            violations.add("registeredBy.organizationId", UNKNOWN_ORGANIZATION, "No organization has this id.");
        }
        if (registering.isPresent()
                && !userId.isBlank()
                && registering.get().user(userId).isEmpty()) {
            violations.add("registeredBy.userId", UNKNOWN_USER, "The registering organization has no such user.");
        }
    }

    private static void checkNewCustomer(
            Registration registration, NewCustomer newCustomer, Ledger ledger, Violations violations) {
        if (ledger.isTaken(newCustomer.organizationId(), registration.saleId())) {
            violations.add("newCustomer.organizationId", ID_IN_USE, "Another organization has this id.");
        }
        if (!newCustomer.ltiService()) {
            violations.add("newCustomer.ltiService", NO_LTI_SERVICE, "A subscription plan needs the LTI service.");
        }
    }

    private static void checkCustomer(
            Registration registration, String customerId, Ledger ledger, Violations violations) {
        String registering = registration.registeredBy().organizationId();
        Optional<Organization> customer = ledger.organization(customerId);
        if (customer.isEmpty()) {
            violations.add("customerId", UNKNOWN_ORGANIZATION, "No organization has this id.");
            return;
        }
        if (ledger.organization(registering).isPresent()
                && !ledger.organizations().isAtOrBelow(customerId, registering)) {
            violations.add(
                    "customerId",
                    OUTSIDE_YOUR_ORGANIZATION,
                    "Is neither the registering organization nor one below it.");
        }
        if (!customer.get().ltiService()) {
            violations.add("customerId", NO_LTI_SERVICE, "A subscription plan needs the LTI service.");
        }
        checkAdded("newContacts", registration.newContacts(), customer.get().contacts(), violations);
        checkAdded("newUsers", registration.newUsers(), customer.get().users(), violations);
    }

    /** Who is there already, with the same name and address, may be sent again; somebody else under that id may not. */
    private static void checkAdded(String field, List<Person> added, List<Person> there, Violations violations) {
        if (added.isEmpty() || added.size() > CheckForm.MOST_PEOPLE) {
            return;
        }
        Map<String, Person> byId =
                there.stream().collect(toMap(Person::personId, person -> person, (one, same) -> one));
        for (int i = 0; i < added.size(); i++) {
            Person known = byId.get(added.get(i).personId());
            if (known != null && !known.isSameAs(added.get(i))) {
                violations.add(field + "[" + i + "].personId", ID_IN_USE, "Somebody else of the customer has this id.");
            }
        }
    }

    private static void checkDistribution(Registration registration, Ledger ledger, Violations violations) {
        Optional<Distribution> found = ledger.distribution(registration.distributionId());
        if (found.isEmpty()) {
            violations.add("distributionId", UNKNOWN_DISTRIBUTION, "No distribution has this id.");
            return;
        }
        Distribution distribution = found.get();
        if (!distribution.soldAsSubscriptionPlan()) {
            violations.add(
                    "distributionId",
                    NOT_A_SUBSCRIPTION_DISTRIBUTION,
                    "%s is not sold as a subscription plan.".formatted(distribution.name()));
        }
        boolean canBePriced = registration.numberOfUsers() > 0;
        if (canBePriced
                && Currencies.find(registration.currency())
                        .filter(currency -> distribution
                                .quote(currency, registration.numberOfUsers())
                                .isEmpty())
                        .isPresent()) {
            violations.add(
                    "currency", NO_PRICE, "The price list has no price in this currency for this number of users.");
        }
    }
}
