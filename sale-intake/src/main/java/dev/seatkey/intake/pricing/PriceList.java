package dev.seatkey.intake.pricing;

import dev.seatkey.messaging.LostRace;
import java.util.Collection;
import java.util.List;

/** The distributions and their prices. */
public interface PriceList {

    /** Those of these that are known. One round trip. */
    List<Distribution> find(Collection<String> distributionIds);

    /**
     * Stores changed distributions, each with the revision that it had when read.
     *
     * @throws LostRace if one was changed meanwhile
     */
    void write(Collection<Distribution> changed);
}
