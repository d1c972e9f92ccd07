package dev.seatkey.torture.faults;

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

    /** Does it, and undoes what nobody else undoes. What it killed is on its way back when it returns. */
    void strike(Victims victims);
}
