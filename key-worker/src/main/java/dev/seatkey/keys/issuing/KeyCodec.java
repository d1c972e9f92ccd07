package dev.seatkey.keys.issuing;

import static java.util.Objects.requireNonNull;

import dev.seatkey.messaging.due.Slices;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * A key as it is stored: what {@link TestKey} holds, and what it is searched by: the history's {@code position}, the
 * {@code slice} and {@code dueAt}, which is left out where nothing is due any more.
 */
final class KeyCodec implements Codec<TestKey> {
    private final TermCodec termCodec = new TermCodec();
    private final Codec<Closing> closingCodec;

    /** @param registry has a codec for closings, which are rare */
    KeyCodec(CodecRegistry registry) {
        this.closingCodec = registry.get(Closing.class);
    }

    @Override
    public Class<TestKey> getEncoderClass() {
        return TestKey.class;
    }

    @Override
    public void encode(BsonWriter writer, TestKey key, EncoderContext context) {
        KeyHolder holder = key.holder();
        Timetable timetable = key.timetable();
        writer.writeStartDocument();
        writer.writeBinaryData("_id", new BsonBinary(key.id()));
        writer.writeString("code", key.code().text());
        writer.writeString("saleId", holder.saleId());
        writer.writeInt32("seatNumber", holder.seatNumber());
        writer.writeString("organizationId", holder.organizationId());
        writer.writeString("issuer", holder.learner().issuer());
        writer.writeString("subject", holder.learner().subject());
        writer.writeString("testId", key.testId());
        writer.writeString("timeZone", timetable.zone().getId());
        writer.writeInt32("termDays", timetable.termDays());
        writer.writeDateTime("planTo", timetable.planTo().toEpochMilli());
        writer.writeStartArray("terms");
        key.terms().forEach(term -> termCodec.encode(writer, term, context));
        writer.writeEndArray();
        if (key.closing() != null) {
            writer.writeName("closing");
            closingCodec.encode(writer, key.closing(), context);
        }
        writer.writeInt32("position", key.position());
        writer.writeInt32("slice", Slices.of(key.id().toString()));
        Instant dueAt = key.dueAt();
        if (dueAt != null) {
            writer.writeDateTime("dueAt", dueAt.toEpochMilli());
        }
        writer.writeEndDocument();
    }

    @Override
    public TestKey decode(BsonReader reader, DecoderContext context) {
        UUID id = null;
        String code = null;
        String saleId = null;
        Integer seatNumber = null;
        String organizationId = null;
        String issuer = null;
        String subject = null;
        String testId = null;
        String timeZone = null;
        Integer termDays = null;
        Instant planTo = null;
        List<Term> terms = null;
        Closing closing = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readBinaryData().asUuid();
                case "code" -> code = reader.readString();
                case "saleId" -> saleId = reader.readString();
                case "seatNumber" -> seatNumber = reader.readInt32();
                case "organizationId" -> organizationId = reader.readString();
                case "issuer" -> issuer = reader.readString();
                case "subject" -> subject = reader.readString();
                case "testId" -> testId = reader.readString();
                case "timeZone" -> timeZone = reader.readString();
                case "termDays" -> termDays = reader.readInt32();
                case "planTo" -> planTo = Instant.ofEpochMilli(reader.readDateTime());
                case "terms" -> terms = terms(reader, context);
                case "closing" -> closing = closingCodec.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        List<Term> itsTerms = requireNonNull(terms, "terms");
        Learner learner = new Learner(requireNonNull(issuer, "issuer"), requireNonNull(subject, "subject"));
        return new TestKey(
                requireNonNull(id, "id"),
                new KeyCode(requireNonNull(code, "code")),
                new KeyHolder(
                        requireNonNull(saleId, "saleId"),
                        requireNonNull(seatNumber, "seatNumber"),
                        requireNonNull(organizationId, "organizationId"),
                        learner),
                requireNonNull(testId, "testId"),
                new Timetable(
                        itsTerms.get(0).from(),
                        ZoneId.of(requireNonNull(timeZone, "timeZone")),
                        requireNonNull(termDays, "termDays"),
                        requireNonNull(planTo, "planTo")),
                itsTerms,
                closing);
    }

    private List<Term> terms(BsonReader reader, DecoderContext context) {
        List<Term> terms = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            terms.add(termCodec.decode(reader, context));
        }
        reader.readEndArray();
        return terms;
    }
}
