package dev.seatkey.keys.renewal;

import dev.seatkey.messaging.Cause;
import java.util.UUID;

/** Something fell due. */
sealed interface Due {

    /** The record that says so. Everything is caught up with its time. */
    Cause cause();

    /** A key's term ran out, or its plan ended. */
    record RenewKey(UUID keyId, Cause cause) implements Due {}

    /** A plan starts or ends. */
    record TurnPlan(String saleId, Cause cause) implements Due {}
}
