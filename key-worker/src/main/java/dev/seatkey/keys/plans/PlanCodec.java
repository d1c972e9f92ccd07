package dev.seatkey.keys.plans;

import static java.util.Objects.requireNonNull;

import dev.seatkey.messaging.due.Slices;
import java.time.Instant;
import java.time.ZoneId;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * A plan as it is stored: what {@link Plan} holds, and what it is searched by: the {@code slice} and {@code dueAt}, which is left
 * out where nothing is due. By hand, since each batch of launches reads the plans of its organizations.
 */
final class PlanCodec implements Codec<Plan> {
    private final StartCodec starts = new StartCodec();
    private final EndingCodec endings = new EndingCodec();

    @Override
    public Class<Plan> getEncoderClass() {
        return Plan.class;
    }

    @Override
    public void encode(BsonWriter writer, Plan plan, EncoderContext context) {
        Sold sold = plan.sold();
        writer.writeStartDocument();
        writer.writeString("_id", sold.saleId());
        writer.writeString("organizationId", sold.organizationId());
        writer.writeString("distributionId", sold.distributionId());
        writer.writeInt32("seats", sold.seats());
        writer.writeDateTime("planFrom", sold.from().toEpochMilli());
        writer.writeDateTime("planTo", sold.to().toEpochMilli());
        writer.writeString("timeZone", sold.zone().getId());
        writer.writeInt32("keyLengthDays", sold.keyLengthDays());
        writer.writeString("state", plan.state().name());
        writer.writeInt32("seatsTaken", plan.seatsTaken());
        if (plan.started() != null) {
            writer.writeName("started");
            starts.encode(writer, plan.started(), context);
        }
        if (plan.ended() != null) {
            writer.writeName("ended");
            endings.encode(writer, plan.ended(), context);
        }
        writer.writeInt32("revision", plan.revision());
        writer.writeInt32("slice", Slices.of(sold.saleId()));
        Instant dueAt = plan.dueAt();
        if (dueAt != null) {
            writer.writeDateTime("dueAt", dueAt.toEpochMilli());
        }
        writer.writeEndDocument();
    }

    @Override
    public Plan decode(BsonReader reader, DecoderContext context) {
        String saleId = null;
        String organizationId = null;
        String distributionId = null;
        Integer seats = null;
        Instant from = null;
        Instant to = null;
        String timeZone = null;
        Integer keyLengthDays = null;
        PlanState state = null;
        Integer seatsTaken = null;
        Start started = null;
        Ending ended = null;
        Integer revision = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> saleId = reader.readString();
                case "organizationId" -> organizationId = reader.readString();
                case "distributionId" -> distributionId = reader.readString();
                case "seats" -> seats = reader.readInt32();
                case "planFrom" -> from = Instant.ofEpochMilli(reader.readDateTime());
                case "planTo" -> to = Instant.ofEpochMilli(reader.readDateTime());
                case "timeZone" -> timeZone = reader.readString();
                case "keyLengthDays" -> keyLengthDays = reader.readInt32();
                case "state" -> state = PlanState.valueOf(reader.readString());
                case "seatsTaken" -> seatsTaken = reader.readInt32();
                case "started" -> started = starts.decode(reader, context);
                case "ended" -> ended = endings.decode(reader, context);
                case "revision" -> revision = reader.readInt32();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        Sold sold = new Sold(
                requireNonNull(saleId, "saleId"),
                requireNonNull(organizationId, "organizationId"),
                requireNonNull(distributionId, "distributionId"),
                requireNonNull(seats, "seats"),
                requireNonNull(from, "planFrom"),
                requireNonNull(to, "planTo"),
                ZoneId.of(requireNonNull(timeZone, "timeZone")),
                requireNonNull(keyLengthDays, "keyLengthDays"));
        return new Plan(
                sold,
                requireNonNull(state, "state"),
                requireNonNull(seatsTaken, "seatsTaken"),
                started,
                ended,
                requireNonNull(revision, "revision"));
    }
}
