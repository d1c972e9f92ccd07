package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * That a dead letter was put back. It is written down behind the dead letter, in its topic, in the transaction that puts it back:
 * so it is there if and only if the record is, and is kept as long. (Offsets of a consumer group are forgotten after a week.)
 *
 * @param offset which dead letter of the topic
 * @param as the record that it became
 * @param at when
 */
record Replayed(long offset, String as, Instant at) {
    private static final String OFFSET = "dlt-replayed";
    private static final String AS = "dlt-replayed-as";

    static Replayed of(DeadLetterId letter, Place as, Instant at) {
        return new Replayed(letter.offset(), as.toString(), at);
    }

    static boolean isOne(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                && text(record, OFFSET).matches("\\d{1,18}")
                && !text(record, AS).isEmpty();
    }

    static Replayed of(ConsumerRecord<byte[], byte[]> note) {
        return new Replayed(Long.parseLong(text(note, OFFSET)), text(note, AS), Instant.ofEpochMilli(note.timestamp()));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    ProducerRecord<byte[], byte[]> note(String topic) {
        var headers = new RecordHeaders();
        headers.add(OFFSET, Long.toString(offset).getBytes(UTF_8));
        headers.add(AS, as.getBytes(UTF_8));
        return new ProducerRecord<>(topic, 0, at.toEpochMilli(), null, null, headers);
    }
}
