package dev.seatkey.intake.registration;

import dev.seatkey.intake.pricing.Distribution;
import dev.seatkey.intake.pricing.Quote;
import dev.seatkey.intake.sales.Customer;
import dev.seatkey.intake.sales.EarlierSales;
import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.Paperwork;
import dev.seatkey.intake.sales.PlanTime;
import dev.seatkey.intake.sales.Product;
import dev.seatkey.intake.sales.Registrant;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleDetails;
import dev.seatkey.intake.sales.ToldOrganization;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.RecordPlace;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers sales (S1 to S11).
 *
 * <p>A registration under a new sale id is checked as a whole; if nothing is wrong, the sale is priced and stored, with the
 * organization or people that it brings. One under a used sale id is answered with the same event if it says the same, and
 * rejected with {@code SALE_ID_REUSED} if it does not. The other codes that it can be rejected with are those of {@link
 * ViolationCode}.
 */
final class RegisterSale {
    private final CheckForm checkForm;
    private final CheckReferences checkReferences = new CheckReferences();

    RegisterSale(ActivationWindow window) {
        this.checkForm = new CheckForm(window);
    }

    Outcome decide(List<Registration> registrations, Known known) {
        Ledger ledger = new Ledger(known);
        List<Answer> answers = registrations.stream()
                .map(registration -> answer(registration, ledger))
                .toList();
        return new Outcome(answers, ledger.changes());
    }

    /** What would have to be read completely before those of these may be rejected that would be, by what is known so far. */
    Set<LateReference> lateReferences(List<Registration> registrations, Known known) {
        Set<LateReference> late = EnumSet.noneOf(LateReference.class);
        for (Answer answer : decide(registrations, known).answers()) {
            if (answer instanceof Answer.Rejected rejected) {
                rejected.violations()
                        .forEach(violation -> late.add(violation.code().dependsOn()));
            }
        }
        late.remove(LateReference.NONE);
        return late;
    }

    private Answer answer(Registration registration, Ledger ledger) {
        Optional<Sale> stored = ledger.sale(registration.saleId());
        if (stored.isPresent() && !isOfLaterMessage(stored.get(), registration)) {
            return answerAgain(registration, stored.get(), ledger);
        }
        List<Violation> violations = violationsOf(registration, ledger);
        if (!violations.isEmpty()) {
            return rejected(registration, violations, ledger);
        }
        return stored.isPresent() ? answerAgain(registration, stored.get(), ledger) : register(registration, ledger);
    }

    /**
     * Whether the sale was registered by a message after this one: then a crash came between the two, and this message, which
     * did not register the sale, is judged as it was before.
     */
    private static boolean isOfLaterMessage(Sale stored, Registration registration) {
        return RecordPlace.of(stored.registration()).follows(RecordPlace.of(registration.cause()));
    }

    private List<Violation> violationsOf(Registration registration, Ledger ledger) {
        Violations violations = new Violations();
        checkForm.check(registration, violations);
        checkReferences.check(registration, ledger, violations);
        return violations.all();
    }

    private static Answer answerAgain(Registration registration, Sale stored, Ledger ledger) {
        List<String> differences = Content.differences(Content.of(registration), stored.content());
        if (!differences.isEmpty()) {
            return rejected(
                    registration, differences.stream().map(RegisterSale::reused).toList(), ledger);
        }
        boolean byThisMessage = registration.cause().isSameRecord(stored.registration());
        if (byThisMessage) {
            completeAfterCrash(registration, stored, ledger);
        }
        return new Answer.Registered(stored, byThisMessage);
    }

    private static Violation reused(String field) {
        return new Violation(
                field, ViolationCode.SALE_ID_REUSED, "The sale is registered already, with another value here.");
    }

    /** The sale is stored, but what follows from it may not be. */
    private static void completeAfterCrash(Registration registration, Sale sale, Ledger ledger) {
        String customerId = sale.details().customer().organizationId();
        Optional<Organization> customer = ledger.organization(customerId);
        if (sale.told() != null
                && customer.filter(known -> known.heardOf(BroughtByASale.messageId(sale.saleId(), customerId)))
                        .isEmpty()) {
            BroughtByASale.customerAfter(registration, customer).ifPresent(ledger::change);
        }
        NumberUse.all(customerId, sale.details().paperwork()).forEach(number -> ledger.use(number, sale.saleId()));
    }

    private static Answer rejected(Registration registration, List<Violation> violations, Ledger ledger) {
        Registrant registrant = ledger.organization(registration.registeredBy().organizationId())
                .flatMap(organization -> organization
                        .user(registration.registeredBy().userId())
                        .map(user -> Registrant.of(organization, user)))
                .orElse(null);
        return new Answer.Rejected(registration, registrant, violations);
    }

    private static Answer register(Registration registration, Ledger ledger) {
        Optional<Organization> known =
                Optional.ofNullable(registration.customerId()).flatMap(ledger::organization);
        Optional<Organization> changed = BroughtByASale.customerAfter(registration, known);
        changed.ifPresent(ledger::change);
        Organization customer = changed.or(() -> known).orElseThrow();
        SaleDetails details = details(registration, customer, ledger);
        Sale sale = new Sale(
                details,
                earlierSales(details, ledger),
                Content.of(registration),
                changed.map(ToldOrganization::of).orElse(null),
                registration.newCustomer() == null ? null : customer.organizationId(),
                List.of(Milestone.registered(registration.cause())),
                0);
        ledger.add(sale);
        NumberUse.all(customer.organizationId(), details.paperwork())
                .forEach(number -> ledger.use(number, sale.saleId()));
        return new Answer.Registered(sale, true);
    }

    private static SaleDetails details(Registration registration, Organization customer, Ledger ledger) {
        Organization registering = ledger.organization(
                        registration.registeredBy().organizationId())
                .orElseThrow();
        Distribution distribution =
                ledger.distribution(registration.distributionId()).orElseThrow();
        Quote price = Currencies.find(registration.currency())
                .flatMap(currency -> distribution.quote(currency, registration.numberOfUsers()))
                .orElseThrow();
        return new SaleDetails(
                registration.saleId(),
                registration.saleName(),
                registering
                        .user(registration.registeredBy().userId())
                        .map(user -> Registrant.of(registering, user))
                        .orElseThrow(),
                new Customer(customer.organizationId(), customer.name()),
                registration.resellerId(),
                new Product(distribution.distributionId(), distribution.name(), distribution.keyLengthDays()),
                registration.numberOfUsers(),
                price,
                PlanTime.from(
                        registration.activationDate(),
                        TimeZones.find(registration.timeZone()).orElseThrow()),
                paperwork(registration.paperwork()),
                registration.comments(),
                registration.cause().at());
    }

    private static Paperwork paperwork(Paperwork sent) {
        return new Paperwork(
                withoutBlank(sent.customerPoNumber()), withoutBlank(sent.orderNumber()), sent.billingMethod());
    }

    private static @Nullable String withoutBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static EarlierSales earlierSales(SaleDetails details, Ledger ledger) {
        String customerId = details.customer().organizationId();
        return new EarlierSales(
                NumberUse.ofPoNumber(customerId, details.paperwork())
                        .flatMap(ledger::firstUse)
                        .orElse(null),
                NumberUse.ofOrderNumber(customerId, details.paperwork())
                        .flatMap(ledger::firstUse)
                        .orElse(null));
    }
}
