package dev.seatkey.messaging.store;

import static java.util.Objects.requireNonNull;

import dev.seatkey.messaging.Cause;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Causes in MongoDB, with the same fields that the driver's own codec for records gives them, in a part of its time. */
public final class CauseCodec implements Codec<Cause> {
    @Override
    public Class<Cause> getEncoderClass() {
        return Cause.class;
    }

    @Override
    public void encode(BsonWriter writer, Cause cause, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeString("record", cause.record());
        writer.writeString("id", cause.id());
        writer.writeString("correlationId", cause.correlationId());
        if (cause.traceparent() != null) {
            writer.writeString("traceparent", cause.traceparent());
        }
        writer.writeDateTime("at", cause.at().toEpochMilli());
        writer.writeEndDocument();
    }

    @Override
    public Cause decode(BsonReader reader, DecoderContext context) {
        String record = null;
        String id = null;
        String correlationId = null;
        String traceparent = null;
        Instant at = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "record" -> record = reader.readString();
                case "id" -> id = reader.readString();
                case "correlationId" -> correlationId = reader.readString();
                case "traceparent" -> traceparent = reader.readString();
                case "at" -> at = Instant.ofEpochMilli(reader.readDateTime());
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Cause(
                requireNonNull(record, "record"),
                requireNonNull(id, "id"),
                requireNonNull(correlationId, "correlationId"),
                traceparent,
                requireNonNull(at, "at"));
    }
}
