package dev.seatkey.intake.registration;

import dev.seatkey.intake.sales.Registrant;
import dev.seatkey.intake.sales.Sale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a registration is answered with. */
sealed interface Answer {

    /**
     * The sale is registered.
     *
     * @param byThisMessage whether this message registered it; else an earlier one with the same content did, and only the
     *     answer is repeated
     */
    record Registered(Sale sale, boolean byThisMessage) implements Answer {}

    /**
     * The registration is rejected, for everything that is wrong with it (S11).
     *
     * @param registrant absent where that user is not known
     */
    record Rejected(Registration registration, @Nullable Registrant registrant, List<Violation> violations)
            implements Answer {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
