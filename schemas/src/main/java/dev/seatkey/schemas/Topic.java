package dev.seatkey.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the catalogue.
 *
 * @param name the topic's name on the broker
 * @param key what the key of its records is, in words
 * @param partitions number of partitions
 * @param retention how long records are kept; empty: for good
 * @param compacted whether only the newest record of a key is kept
 * @param timestamps who sets the time of a record
 * @param records the record types that the topic carries; anything else in it is broken
 * @param writers the systems that write to it
 * @param readers the services that read it, each with a dead letter topic of its own
 */
public record Topic(
        String name,
        String key,
        int partitions,
        Optional<Duration> retention,
        boolean compacted,
        Timestamps timestamps,
        List<Class<? extends SpecificRecord>> records,
        Set<String> writers,
        Set<String> readers) {

    /** Largest record that a sender may write to a topic, in bytes. */
    public static final int MAX_RECORD_BYTES = 1_048_588;

    /** Largest record of a dead letter topic, in bytes: a record of full size with the headers that say what is wrong. */
    public static final int MAX_DEAD_LETTER_BYTES = 2 * MAX_RECORD_BYTES;

    /** Who sets the time of a record. */
    public enum Timestamps {
        /** The broker, when the record reaches it: senders' clocks are not trusted. */
        BROKER,
        /** The sender: the time of an event is the time of what caused it, also when it is sent late. */
        SENDER
    }

    public Topic {
        records = List.copyOf(records);
        writers = Set.copyOf(writers);
        readers = Set.copyOf(readers);
    }

    /** The name of the topic where {@code service} puts records of this topic that it cannot handle. */
    public String deadLetters(String service) {
        return name + "." + service + "-dlt";
    }

    /** Largest record that the topic accepts, in bytes. */
    public int maxRecordBytes() {
        return isDeadLetters() ? MAX_DEAD_LETTER_BYTES : MAX_RECORD_BYTES;
    }

    /** Whether this is a dead letter topic, which carries bytes as they came. */
    public boolean isDeadLetters() {
        return name.endsWith("-dlt");
    }
}
