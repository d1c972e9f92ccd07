package dev.seatkey.torture.promises;

import dev.seatkey.localstack.outside.Seen;
import java.time.Instant;
import java.util.List;

/** One thing that the product promises. It sees every committed record of every topic, and judges by that alone. */
public interface Promise {
    /** Its name, as commands and reports have it. */
    String name();

    /** What is promised, in one sentence. */
    String text();

    /** A record is in a topic: an input that somebody sent or an event. Of one partition, records come in their order. */
    void saw(Seen<?> record);

    /** A worker is about to read its topics once more from the beginning; it had handled all that was seen so far. */
    default void replayed(String worker) {}

    /** The clock shows this time now: what fell due before it is owed. */
    default void timeIs(Instant now) {}

    /** How much is owed and has not come yet; 0 once everything is there. */
    long outstanding();

    /** What breaks the promise, one sentence each, the most telling first; empty where it is kept. */
    List<String> broken();
}
