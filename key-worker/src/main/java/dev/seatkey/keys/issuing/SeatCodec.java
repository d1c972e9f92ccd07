package dev.seatkey.keys.issuing;

import static java.util.Objects.requireNonNull;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.store.CauseCodec;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A seat as it is stored. By hand, as are keys and launches: they are what the worker reads and writes most. */
final class SeatCodec implements Codec<Seat> {
    private final CauseCodec causes = new CauseCodec();

    @Override
    public Class<Seat> getEncoderClass() {
        return Seat.class;
    }

    @Override
    public void encode(BsonWriter writer, Seat seat, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeBinaryData("_id", new BsonBinary(seat.claim()));
        writer.writeString("saleId", seat.saleId());
        writer.writeInt32("number", seat.number());
        writer.writeString("issuer", seat.learner().issuer());
        writer.writeString("subject", seat.learner().subject());
        writer.writeName("cause");
        causes.encode(writer, seat.cause(), context);
        writer.writeEndDocument();
    }

    @Override
    public Seat decode(BsonReader reader, DecoderContext context) {
        UUID claim = null;
        String saleId = null;
        Integer number = null;
        String issuer = null;
        String subject = null;
        Cause cause = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> claim = reader.readBinaryData().asUuid();
                case "saleId" -> saleId = reader.readString();
                case "number" -> number = reader.readInt32();
                case "issuer" -> issuer = reader.readString();
                case "subject" -> subject = reader.readString();
                case "cause" -> cause = causes.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Seat(
                requireNonNull(claim, "claim"),
                requireNonNull(saleId, "saleId"),
                requireNonNull(number, "number"),
                new Learner(requireNonNull(issuer, "issuer"), requireNonNull(subject, "subject")),
                requireNonNull(cause, "cause"));
    }
}
