package dev.seatkey.keys.plans;

import static java.util.Objects.requireNonNull;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.store.CauseCodec;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A plan's start as it is stored. */
final class StartCodec implements Codec<Start> {
    private final CauseCodec causes = new CauseCodec();

    @Override
    public Class<Start> getEncoderClass() {
        return Start.class;
    }

    @Override
    public void encode(BsonWriter writer, Start start, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeDateTime("at", start.at().toEpochMilli());
        writer.writeName("cause");
        causes.encode(writer, start.cause(), context);
        writer.writeEndDocument();
    }

    @Override
    public Start decode(BsonReader reader, DecoderContext context) {
        Instant at = null;
        Cause cause = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "at" -> at = Instant.ofEpochMilli(reader.readDateTime());
                case "cause" -> cause = causes.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Start(requireNonNull(at, "at"), requireNonNull(cause, "cause"));
    }
}
