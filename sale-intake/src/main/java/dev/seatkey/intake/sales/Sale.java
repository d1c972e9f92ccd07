package dev.seatkey.intake.sales;

import dev.seatkey.messaging.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered sale.
 *
 * @param earlier sales with the same numbers
 * @param content a digest of each field as the sender sent it, by which the same registration is known again (S1)
 * @param told what the others were told of the organization that the sale brought, if it did
 * @param added whom it added to a customer that existed before
 * @param newCustomerId the customer, if this sale brought it
 * @param history how it stood after each message that changed it, first the registration; never empty
 * @param revision counts its changes in the store; 0 where it is not stored yet
 */
public record Sale(
        SaleDetails details,
        EarlierSales earlier,
        Map<String, String> content,
        @Nullable ToldOrganization told,
        AddedPeople added,
        @Nullable String newCustomerId,
        List<Milestone> history,
        int revision) {

    public Sale {
        content = Map.copyOf(content);
        history = List.copyOf(history);
    }

    /** The sender's id. */
    public String saleId() {
        return details.saleId();
    }

    /** The registration that made it. */
    public Cause registration() {
        return history.get(0).cause();
    }

    /** How it stands. */
    public Milestone current() {
        return history.get(history.size() - 1);
    }

    /** Where it stands. */
    public SaleStatus status() {
        return current().status();
    }

    /** This sale after one message more. */
    public Sale with(Milestone next) {
        List<Milestone> longer = new ArrayList<>(history);
        longer.add(next);
        return new Sale(details, earlier, content, told, added, newCustomerId, longer, revision);
    }
}
