package dev.seatkey.intake.registration;

import dev.seatkey.intake.sales.Comment;
import dev.seatkey.intake.sales.Paperwork;
import dev.seatkey.intake.sales.UserReference;
import dev.seatkey.messaging.Cause;
import dev.seatkey.organizations.Person;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to register a sale, as it was sent.
 *
 * @param customerId the existing organization that the sale is for; either this or {@code newCustomer}
 * @param newContacts contacts to add to the customer
 * @param newUsers users to add to the customer
 * @param timeZone UTC where absent
 * @param cause the message
 */
record Registration(
        String saleId,
        String saleName,
        UserReference registeredBy,
        @Nullable String customerId,
        @Nullable NewCustomer newCustomer,
        List<Person> newContacts,
        List<Person> newUsers,
        @Nullable String resellerId,
        String distributionId,
        SalesType salesType,
        int numberOfUsers,
        String currency,
        LocalDate activationDate,
        @Nullable String timeZone,
        Paperwork paperwork,
        List<Comment> comments,
        Cause cause) {
    Registration {
        newContacts = List.copyOf(newContacts);
        newUsers = List.copyOf(newUsers);
        comments = List.copyOf(comments);
    }
}
