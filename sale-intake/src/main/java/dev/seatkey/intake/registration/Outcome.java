package dev.seatkey.intake.registration;

import dev.seatkey.intake.sales.Sale;
import dev.seatkey.organizations.Organization;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was decided about a batch of registrations.
 *
 * @param answers one for each registration, in their order
 * @param changes what to store
 */
record Outcome(List<Answer> answers, Changes changes) {
    Outcome {
        answers = List.copyOf(answers);
    }

    /**
     * What would have to be read completely before the registrations may be rejected that are, or before a new customer may be
     * taken for new.
     */
    Set<LateReference> lateReferences() {
        Set<LateReference> late = EnumSet.noneOf(LateReference.class);
        if (changes.newSales().stream().anyMatch(sale -> sale.newCustomerId() != null)) {
            late.add(LateReference.ORGANIZATIONS);
        }
        for (Answer answer : answers) {
            if (answer instanceof Answer.Rejected rejected) {
                rejected.violations()
                        .forEach(violation -> late.add(violation.code().dependsOn()));
            }
        }
        late.remove(LateReference.NONE);
        return late;
    }

    /**
     * What to store. The new customers first: whose id another has meanwhile must not be registered. Then the sales: with them
     * it is settled what was registered, and all else follows again from the same messages.
     *
     * @param organizations customers to which people were added
     */
    record Changes(
            List<Organization> newCustomers,
            List<Sale> newSales,
            Collection<Organization> organizations,
            Map<NumberUse, String> firstUses) {
        Changes {
            newCustomers = List.copyOf(newCustomers);
            newSales = List.copyOf(newSales);
            organizations = List.copyOf(organizations);
            firstUses = Map.copyOf(firstUses);
        }
    }
}
