package dev.seatkey.intake.registration;

import java.util.Collection;
import java.util.Map;

/** Which sale was the first to use a number (S10). */
interface UsedNumbers {

    /** The ids of the sales that first used these numbers, of those that were used. One round trip. */
    Map<NumberUse, String> firstUses(Collection<NumberUse> numbers);

    /** Remembers the sales that used these numbers, where no earlier one is remembered. */
    void remember(Map<NumberUse, String> saleIds);
}
