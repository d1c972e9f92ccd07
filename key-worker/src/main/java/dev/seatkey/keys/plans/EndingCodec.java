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

/** A plan's end as it is stored. */
final class EndingCodec implements Codec<Ending> {
    private final CauseCodec causes = new CauseCodec();

    @Override
    public Class<Ending> getEncoderClass() {
        return Ending.class;
    }

    @Override
    public void encode(BsonWriter writer, Ending ending, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeDateTime("at", ending.at().toEpochMilli());
        writer.writeInt32("seatsTaken", ending.seatsTaken());
        writer.writeName("cause");
        causes.encode(writer, ending.cause(), context);
        writer.writeEndDocument();
    }

    @Override
    public Ending decode(BsonReader reader, DecoderContext context) {
        Instant at = null;
        Integer seatsTaken = null;
        Cause cause = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "at" -> at = Instant.ofEpochMilli(reader.readDateTime());
                case "seatsTaken" -> seatsTaken = reader.readInt32();
                case "cause" -> cause = causes.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Ending(
                requireNonNull(at, "at"), requireNonNull(seatsTaken, "seatsTaken"), requireNonNull(cause, "cause"));
    }
}
