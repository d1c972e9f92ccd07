package dev.seatkey.intake.registration;

import dev.seatkey.intake.sales.Registrant;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.RecordPlace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
            completeAfterCrash(stored, ledger);
        }
        return new Answer.Registered(stored, byThisMessage);
    }

    private static Violation reused(String field) {
        return new Violation(
                field, ViolationCode.SALE_ID_REUSED, "The sale is registered already, with another value here.");
    }

    /** The sale is stored, but what follows from it may not be. */
    private static void completeAfterCrash(Sale sale, Ledger ledger) {
        ledger.organization(sale.details().customer().organizationId())
                .flatMap(customer -> BroughtByASale.customerWith(sale.added(), sale.saleId(), customer))
                .ifPresent(ledger::change);
        PricedSale.numbersOf(sale).forEach(number -> ledger.use(number, sale.saleId()));
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
        NewCustomer fresh = registration.newCustomer();
        Organization customer = fresh == null
                ? ledger.organization(Objects.requireNonNull(registration.customerId()))
                        .orElseThrow()
                : BroughtByASale.organization(fresh, registration);
        Sale sale = PricedSale.of(registration, customer, ledger);
        if (fresh == null) {
            BroughtByASale.customerWith(sale.added(), sale.saleId(), customer).ifPresent(ledger::change);
        } else {
            ledger.bring(customer);
        }
        ledger.add(sale);
        PricedSale.numbersOf(sale).forEach(number -> ledger.use(number, sale.saleId()));
        return new Answer.Registered(sale, true);
    }
}
