package dev.seatkey.messaging.store;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Encodes documents aside and hands each over as a whole. Through the writer for an insert, each field passes three others that
 * look whether it is the document's id; a whole document passes them once. For documents that bring their ids, and not for
 * parts of documents.
 */
public final class WholeDocumentCodec<T> implements Codec<T> {
    private static final int ORDINARY_BYTES = 2048;

    /** Used again for the next document. */
    private static final ThreadLocal<BasicOutputBuffer> BUFFERS =
            ThreadLocal.withInitial(() -> new BasicOutputBuffer(ORDINARY_BYTES));

    private final Codec<T> codec;

    /** @param codec of the documents */
    public WholeDocumentCodec(Codec<T> codec) {
        this.codec = codec;
    }

    @Override
    public Class<T> getEncoderClass() {
        return codec.getEncoderClass();
    }

    @Override
    public void encode(BsonWriter writer, T document, EncoderContext context) {
        BasicOutputBuffer buffer = BUFFERS.get();
        buffer.truncateToPosition(0);
        try (BsonBinaryWriter aside = new BsonBinaryWriter(buffer)) {
            codec.encode(aside, document, context);
        }
        ByteBuffer whole = ByteBuffer.wrap(buffer.getInternalBuffer(), 0, buffer.getPosition());
        try (BsonBinaryReader reader = new BsonBinaryReader(whole)) {
            writer.pipe(reader);
        }
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return codec.decode(reader, context);
    }
}
