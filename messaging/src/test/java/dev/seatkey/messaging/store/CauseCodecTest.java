package dev.seatkey.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import dev.seatkey.messaging.Cause;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CauseCodecTest {
    private static final Codec<Cause> OF_THE_DRIVER =
            MongoClientSettings.getDefaultCodecRegistry().get(Cause.class);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
    @DisplayName("Causes are stored as the driver stores a record, and each reads what the other wrote")
    void storesWhatTheDriverStores(@Nullable String traceparent) {
        Cause cause = new Cause(
                "test-launches-3@17", "l-17", "first", traceparent, Instant.parse("2027-03-01T10:15:00.123Z"));
        Codec<Cause> ours = new CauseCodec();

        assertThat(encoded(ours, cause)).isEqualTo(encoded(OF_THE_DRIVER, cause));
        assertThat(decoded(ours, encoded(OF_THE_DRIVER, cause))).isEqualTo(cause);
        assertThat(decoded(OF_THE_DRIVER, encoded(ours, cause))).isEqualTo(cause);
    }

    private static BsonDocument encoded(Codec<Cause> codec, Cause cause) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                cause,
                EncoderContext.builder().build());
        return document;
    }

    private static Cause decoded(Codec<Cause> codec, BsonDocument document) {
        return codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
