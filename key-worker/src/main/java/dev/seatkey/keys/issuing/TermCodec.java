package dev.seatkey.keys.issuing;

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

/** A key's term as it is stored. */
final class TermCodec implements Codec<Term> {
    private final CauseCodec causes = new CauseCodec();

    @Override
    public Class<Term> getEncoderClass() {
        return Term.class;
    }

    @Override
    public void encode(BsonWriter writer, Term term, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt32("number", term.number());
        writer.writeDateTime("from", term.from().toEpochMilli());
        writer.writeDateTime("to", term.to().toEpochMilli());
        writer.writeName("cause");
        causes.encode(writer, term.cause(), context);
        writer.writeEndDocument();
    }

    @Override
    public Term decode(BsonReader reader, DecoderContext context) {
        Integer number = null;
        Instant from = null;
        Instant to = null;
        Cause cause = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "number" -> number = reader.readInt32();
                case "from" -> from = Instant.ofEpochMilli(reader.readDateTime());
                case "to" -> to = Instant.ofEpochMilli(reader.readDateTime());
                case "cause" -> cause = causes.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Term(
                requireNonNull(number, "number"),
                requireNonNull(from, "from"),
                requireNonNull(to, "to"),
                requireNonNull(cause, "cause"));
    }
}
