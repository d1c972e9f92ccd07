package dev.seatkey.torture;

import dev.seatkey.torture.inside.BrokenVariant;
import org.jspecify.annotations.Nullable;

/**
 * How large a run is.
 *
 * @param kills how many processes are killed
 * @param seed the source of all chance
 * @param launches how many launches are sent, not counting those that are sent again
 * @param sales how many sales are registered, not counting those that are sent again
 * @param years how many years of the product's own time pass
 * @param instances of each worker
 * @param broken a mistake to build into the workers, or none
 */
record Scale(
        int kills,
        long seed,
        int launches,
        int sales,
        double years,
        int instances,
        @Nullable BrokenVariant broken) {
    private static final int KILLS_OF_AN_ERA = 6;
    private static final int FEWEST_ERAS = 3;
    private static final int MOST_ERAS = 36;
    private static final int DAYS_OF_A_YEAR = 365;

    /** Between two eras the clock jumps. */
    int eras() {
        return Math.max(FEWEST_ERAS, Math.min(MOST_ERAS, kills / KILLS_OF_AN_ERA));
    }

    /** How far the clock jumps after each era, in days. */
    int daysOfAnEra() {
        return (int) Math.round(years * DAYS_OF_A_YEAR / eras());
    }
}
