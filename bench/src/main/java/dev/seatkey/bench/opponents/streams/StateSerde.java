package dev.seatkey.bench.opponents.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Records in Avro's single object encoding, for stores and internal topics, which nobody else reads. */
final class StateSerde {
    private StateSerde() {}

    static <T extends SpecificRecordBase> Serde<T> of(
            BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        return Serdes.serdeFrom(
                (topic, record) -> record == null ? null : encoded(encoder, record),
                (topic, bytes) -> bytes == null ? null : decoded(decoder, bytes));
    }

    private static <T> byte[] encoded(BinaryMessageEncoder<T> encoder, T record) {
        try {
            var bytes = new ByteArrayOutputStream();
            encoder.encode(record, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> @Nullable T decoded(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
