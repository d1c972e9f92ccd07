package dev.seatkey.messaging.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.messaging.batch.AvroFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a handler sent, in a form that is equal byte for byte and reads well when it is not.
 *
 * @param body the decoded record, or the hexadecimal bytes of a dead letter
 */
public record SentRecord(String topic, String key, Instant at, String body, String bytes, Map<String, String> headers) {

    static SentRecord of(ProducerRecord<byte[], byte[]> record, AvroFormat format) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        boolean deadLetter = record.topic().endsWith("-dlt");
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return new SentRecord(
                record.topic(),
                record.key() == null ? "" : new String(record.key(), UTF_8),
                Instant.ofEpochMilli(record.timestamp()),
                deadLetter ? "dead letter" : format.decode(value).toString(),
                HexFormat.of().formatHex(Arrays.copyOf(value, Math.min(value.length, 100_000))),
                headers);
    }

    /** The simple name of the record type, as the headers tell it; empty for dead letters of foreign records. */
    public String type() {
        String type = headers.getOrDefault("ce_type", "");
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
