package dev.seatkey.intake.registration;

import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleEvents;
import dev.seatkey.intake.sales.ToldOrganization;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The answers to registrations in the words of the contracts. */
final class RegistrationEvents {
    private static final int LONGEST_NAME = 200;

    private RegistrationEvents() {}

    /** Everything that follows from an answer, in the order in which it is to be sent. */
    static List<Publication> of(Answer answer) {
        if (answer instanceof Answer.Registered registered) {
            Sale sale = registered.sale();
            return registered.byThisMessage() && sale.told() != null
                    ? List.of(told(sale, sale.told()), registered(sale))
                    : List.of(registered(sale));
        }
        return List.of(rejected((Answer.Rejected) answer));
    }

    private static Publication registered(Sale sale) {
        return new Publication(
                Topics.SALE_EVENTS,
                sale.saleId(),
                NameBasedId.of("SaleRegistered", sale.saleId()),
                SaleRegistered.newBuilder()
                        .setPosition(1)
                        .setSale(SaleEvents.details(sale.details()))
                        .setEarlierSaleWithPoNumber(sale.earlier().withPoNumber())
                        .setEarlierSaleWithOrderNumber(sale.earlier().withOrderNumber())
                        .setNewContacts(people(sale.added().contacts()))
                        .setNewUsers(people(sale.added().users()))
                        .build(),
                sale.registration());
    }

    private static Publication told(Sale sale, ToldOrganization organization) {
        return new Publication(
                Topics.ORGANIZATIONS,
                organization.organizationId(),
                UUID.fromString(BroughtByASale.messageId(sale.saleId(), organization.organizationId())),
                Organization.newBuilder()
                        .setOrganizationId(organization.organizationId())
                        .setName(organization.name())
                        .setParentId(organization.parentId())
                        .setLtiService(organization.ltiService())
                        .setContacts(people(organization.contacts()))
                        .setUsers(people(organization.users()))
                        .build(),
                sale.registration());
    }

    private static Publication rejected(Answer.Rejected rejected) {
        Registration registration = rejected.registration();
        return new Publication(
                Topics.SALE_EVENTS,
                registration.saleId(),
                rejectionId(rejected),
                SaleRejected.newBuilder()
                        .setSaleId(registration.saleId())
                        .setSaleName(shortened(registration.saleName()))
                        .setRegistrant(
                                rejected.registrant() == null ? null : SaleEvents.registrant(rejected.registrant()))
                        .setViolations(rejected.violations().stream()
                                .map(violation -> new dev.seatkey.contract.Violation(
                                        violation.field(), violation.code().name(), violation.message()))
                                .toList())
                        .setRejectedAt(registration.cause().at())
                        .build(),
                registration.cause());
    }

    /** The same for the same content rejected for the same reasons: sent again, it is the same rejection. */
    private static UUID rejectionId(Answer.Rejected rejected) {
        Stream<String> content = Content.of(rejected.registration()).values().stream();
        Stream<String> reasons = rejected.violations().stream()
                .flatMap(violation ->
                        Stream.of(violation.field(), violation.code().name(), violation.message()));
        Stream<String> what = Stream.of("SaleRejected", rejected.registration().saleId());
        return NameBasedId.of(
                Stream.of(what, content, reasons).flatMap(names -> names).toArray(String[]::new));
    }

    private static List<Person> people(List<dev.seatkey.organizations.Person> people) {
        return people.stream()
                .map(p -> new Person(p.personId(), p.name(), p.mailAddress(), p.locale()))
                .toList();
    }

    /** A rejected name may be of any length and form. */
    private static String shortened(String name) {
        String shown = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
        return Violations.CONTROL.matcher(shown).replaceAll(" ");
    }
}
