package dev.seatkey.keys.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What launches were answered with, kept longer than a launch can be sent again. */
interface Answers {

    /** Those of these launches, by the launch's id. */
    Map<UUID, AnsweredLaunch> ofLaunches(Collection<UUID> ids);

    /**
     * Keeps new answers.
     *
     * @throws dev.seatkey.messaging.LostRace if a launch has been answered meanwhile
     */
    void keep(List<AnsweredLaunch> answers);
}
