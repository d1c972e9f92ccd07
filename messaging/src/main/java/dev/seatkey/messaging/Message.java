package dev.seatkey.messaging;

import org.apache.avro.specific.SpecificRecord;

/**
 * A decoded record.
 *
 * @param key the record's key, empty where it had none
 */
public record Message(SpecificRecord body, String key, Cause cause) {}
