package dev.seatkey.torture.faults;

import dev.seatkey.torture.inside.CrashPoint;
import java.util.Optional;

/** Something that goes wrong while load runs. */
public interface Fault {
    /** What it is, for the report. */
    String name();

    /** What kind it is, for figures. */
    String kind();

    /** How many processes it kills. */
    int kills();

    /** Whether a share of the launches finds nobody who answers until somebody takes it over. */
    boolean stopsLaunches();

    /** The crash point at which it is to strike; empty where any moment will do. */
    default Optional<CrashPoint> point() {
        return Optional.empty();
    }

    /**
     * Does it, and undoes what nobody else undoes. What it killed is on its way back when it returns.
     *
     * @return whether it struck at its point; where that was not reached, it struck somewhere else
     */
    boolean strike(Victims victims);
}
