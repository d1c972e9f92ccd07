package dev.seatkey.bench.arena;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record to be sent.
 *
 * @param topic its topic in the contracts
 */
public record Outgoing(String topic, String key, SpecificRecord body) {}
