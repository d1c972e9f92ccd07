package dev.seatkey.intake.sales;

import dev.seatkey.messaging.LostRace;
import java.util.Collection;
import java.util.List;

/** The registered sales. */
public interface Sales {

    /** Those of these that are registered. One round trip. */
    List<Sale> find(Collection<String> saleIds);

    /** The sales that brought these organizations. One round trip. */
    List<Sale> thatBrought(Collection<String> organizationIds);

    /**
     * Stores newly registered sales.
     *
     * @throws LostRace if the id of one, or of the organization that it brings, is taken meanwhile
     */
    void add(Collection<Sale> registered);

    /**
     * Stores how changed sales stand, each with the revision that it had when read.
     *
     * @throws LostRace if one was changed meanwhile
     */
    void update(Collection<Sale> changed);
}
