package dev.seatkey.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeDocumentCodecTest {
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private final Codec<BsonDocument> codec = new WholeDocumentCodec<>(new BsonDocumentCodec());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 2_048, 100_000})
    @DisplayName("Documents of all sizes, one after the other, come out as they are")
    void writesDocumentsAsTheyAre(int size) {
        BsonDocument large = new BsonDocument("text", new BsonString("ü".repeat(size)));
        BsonDocument small = BsonDocument.parse("{_id: 1, list: [1, {a: null}], empty: {}}");

        List.of(large, small, large).forEach(each -> assertThat(encoded(each)).isEqualTo(each));
    }

    @Test
    @DisplayName("Within another document, what comes after it comes after it")
    void standsWithinAnother() {
        BsonDocument outer = new BsonDocument();
        try (BsonDocumentWriter writer = new BsonDocumentWriter(outer)) {
            writer.writeStartDocument();
            writer.writeName("inner");
            codec.encode(writer, BsonDocument.parse("{a: 1}"), CONTEXT);
            writer.writeInt32("next", 2);
            writer.writeEndDocument();
        }

        assertThat(outer).isEqualTo(BsonDocument.parse("{inner: {a: 1}, next: 2}"));
    }

    @Test
    @DisplayName("A document that cannot be encoded spoils none that comes after it")
    void forgetsWhatCouldNotBeEncoded() {
        Codec<BsonDocument> broken = new WholeDocumentCodec<>(new BreakingOff());
        BsonDocument next = BsonDocument.parse("{a: 1}");

        assertThatThrownBy(() -> encoded(broken, next)).hasMessage("half of it is written");
        assertThat(encoded(next)).isEqualTo(next);
    }

    private BsonDocument encoded(BsonDocument document) {
        return encoded(codec, document);
    }

    private static BsonDocument encoded(Codec<BsonDocument> codec, BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, document, CONTEXT);
        }
        return new RawBsonDocument(buffer.toByteArray());
    }

    private static final class BreakingOff implements Codec<BsonDocument> {
        @Override
        public void encode(BsonWriter writer, BsonDocument document, EncoderContext context) {
            writer.writeStartDocument();
            writer.writeString("half", "of it");
            throw new IllegalStateException("half of it is written");
        }

        @Override
        public BsonDocument decode(BsonReader reader, DecoderContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Class<BsonDocument> getEncoderClass() {
            return BsonDocument.class;
        }
    }
}
