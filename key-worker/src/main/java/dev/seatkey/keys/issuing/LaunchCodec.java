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
import org.bson.codecs.configuration.CodecRegistry;

/** A launch and the ruling on it as they are stored: {@code coveredBy} names the plan, or {@code refused} says why not. */
final class LaunchCodec implements Codec<AnsweredLaunch> {
    private final CauseCodec causes = new CauseCodec();
    private final Codec<Answer.Refused> refusals;

    /** @param registry has a codec for refusals, which are rare */
    LaunchCodec(CodecRegistry registry) {
        this.refusals = registry.get(Answer.Refused.class);
    }

    @Override
    public Class<AnsweredLaunch> getEncoderClass() {
        return AnsweredLaunch.class;
    }

    @Override
    public void encode(BsonWriter writer, AnsweredLaunch answered, EncoderContext context) {
        Launch launch = answered.launch();
        writer.writeStartDocument();
        writer.writeBinaryData("_id", new BsonBinary(launch.id()));
        writer.writeString("launchId", launch.launchId());
        writer.writeString("issuer", launch.issuer());
        writer.writeString("organizationId", launch.organizationId());
        writer.writeString("distributionId", launch.distributionId());
        writer.writeString("testId", launch.testId());
        Learner learner = launch.learner();
        if (learner != null) {
            writer.writeString("subject", learner.subject());
        }
        writer.writeBoolean("learnerRole", launch.learnerRole());
        writer.writeString("replyKey", launch.replyKey());
        writer.writeName("cause");
        causes.encode(writer, launch.cause(), context);
        if (answered.ruling() instanceof Ruling.CoveredBy covered) {
            writer.writeString("coveredBy", covered.saleId());
        } else if (answered.ruling() instanceof Answer.Refused refused) {
            writer.writeName("refused");
            refusals.encode(writer, refused, context);
        }
        writer.writeEndDocument();
    }

    @Override
    public AnsweredLaunch decode(BsonReader reader, DecoderContext context) {
        UUID id = null;
        String launchId = null;
        String issuer = null;
        String organizationId = null;
        String distributionId = null;
        String testId = null;
        String subject = null;
        Boolean learnerRole = null;
        String replyKey = null;
        Cause cause = null;
        Ruling ruling = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> id = reader.readBinaryData().asUuid();
                case "launchId" -> launchId = reader.readString();
                case "issuer" -> issuer = reader.readString();
                case "organizationId" -> organizationId = reader.readString();
                case "distributionId" -> distributionId = reader.readString();
                case "testId" -> testId = reader.readString();
                case "subject" -> subject = reader.readString();
                case "learnerRole" -> learnerRole = reader.readBoolean();
                case "replyKey" -> replyKey = reader.readString();
                case "cause" -> cause = causes.decode(reader, context);
                case "coveredBy" -> ruling = new Ruling.CoveredBy(reader.readString());
                case "refused" -> ruling = refusals.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        String itsIssuer = requireNonNull(issuer, "issuer");
        Launch launch = new Launch(
                requireNonNull(id, "id"),
                requireNonNull(launchId, "launchId"),
                itsIssuer,
                requireNonNull(organizationId, "organizationId"),
                requireNonNull(distributionId, "distributionId"),
                requireNonNull(testId, "testId"),
                subject == null ? null : new Learner(itsIssuer, subject),
                requireNonNull(learnerRole, "learnerRole"),
                requireNonNull(replyKey, "replyKey"),
                requireNonNull(cause, "cause"));
        return new AnsweredLaunch(launch, requireNonNull(ruling, "ruling"));
    }
}
