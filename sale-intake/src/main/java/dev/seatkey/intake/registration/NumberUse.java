package dev.seatkey.intake.registration;

import dev.seatkey.intake.sales.Paperwork;
import dev.seatkey.messaging.NameBasedId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number in the books of a customer (S10).
 *
 * @param id the same for the same kind, customer and number
 */
record NumberUse(String id) {

    static Optional<NumberUse> ofPoNumber(String customerId, Paperwork paperwork) {
        return of("customerPoNumber", customerId, paperwork.customerPoNumber());
    }

    static Optional<NumberUse> ofOrderNumber(String customerId, Paperwork paperwork) {
        return of("orderNumber", customerId, paperwork.orderNumber());
    }

    static Stream<NumberUse> all(String customerId, Paperwork paperwork) {
        return Stream.concat(ofPoNumber(customerId, paperwork).stream(), ofOrderNumber(customerId, paperwork).stream());
    }

    private static Optional<NumberUse> of(String kind, String customerId, @Nullable String number) {
        return number == null || number.isBlank()
                ? Optional.empty()
                : Optional.of(new NumberUse(
                        NameBasedId.of(kind, customerId, number.strip()).toString()));
    }
}
