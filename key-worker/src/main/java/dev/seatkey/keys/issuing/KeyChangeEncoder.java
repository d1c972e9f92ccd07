package dev.seatkey.keys.issuing;

import dev.seatkey.keys.working.Changes;
import java.time.Instant;
import java.util.List;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.Encoder;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** What is to be changed of a stored key, as an update. By hand, as are keys: a renewal is little else. */
final class KeyChangeEncoder implements Encoder<Changes.Change<TestKey>> {
    private final TermCodec termCodec = new TermCodec();
    private final Codec<Closing> closingCodec;

    /** @param registry has a codec for closings, which are rare */
    KeyChangeEncoder(CodecRegistry registry) {
        this.closingCodec = registry.get(Closing.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Changes.Change<TestKey>> getEncoderClass() {
        return (Class<Changes.Change<TestKey>>) (Class<?>) Changes.Change.class;
    }

    @Override
    public void encode(BsonWriter writer, Changes.Change<TestKey> change, EncoderContext context) {
        TestKey after = change.after();
        Instant dueAt = after.dueAt();
        writer.writeStartDocument();
        writer.writeStartDocument("$set");
        writer.writeInt32("position", after.position());
        if (dueAt != null) {
            writer.writeDateTime("dueAt", dueAt.toEpochMilli());
        }
        if (after.closing() != null) {
            writer.writeName("closing");
            closingCodec.encode(writer, after.closing(), context);
        }
        writer.writeEndDocument();
        if (dueAt == null) {
            writer.writeStartDocument("$unset");
            writer.writeString("dueAt", "");
            writer.writeEndDocument();
        }
        List<Term> terms = after.terms();
        push(writer, terms.subList(change.before().terms().size(), terms.size()), context);
        writer.writeEndDocument();
    }

    private void push(BsonWriter writer, List<Term> begun, EncoderContext context) {
        if (!begun.isEmpty()) {
            writer.writeStartDocument("$push");
            writer.writeStartDocument("terms");
            writer.writeStartArray("$each");
            begun.forEach(term -> termCodec.encode(writer, term, context));
            writer.writeEndArray();
            writer.writeEndDocument();
            writer.writeEndDocument();
        }
    }
}
