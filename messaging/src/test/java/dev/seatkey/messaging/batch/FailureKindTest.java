package dev.seatkey.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.PassingFault;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureKindTest {
    private static final ServerAddress SERVER = new ServerAddress();

    @Test
    void aServerThatIsAwayIsPassing() {
        assertThat(FailureKind.of(new MongoSocketReadException("gone", SERVER, new IOException())))
                .isEqualTo(FailureKind.PASSING);
        assertThat(FailureKind.of(new TimeoutException("no broker"))).isEqualTo(FailureKind.PASSING);
        assertThat(FailureKind.of(new RuntimeException(new PassingFault("wrapped"))))
                .isEqualTo(FailureKind.PASSING);
    }

    @Test
    void aRefusedLoginIsPassingSinceNoRecordIsToBlame() {
        BsonDocument reply = BsonDocument.parse("{ok: 0, code: 13, errmsg: 'not authorized'}");

        assertThat(FailureKind.of(new MongoCommandException(reply, SERVER))).isEqualTo(FailureKind.PASSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 112, 189, 11600, 13436})
    void aWriteThatTheServerCouldNotDoForNowIsPassing(int code) {
        assertThat(FailureKind.of(bulkError(code))).isEqualTo(FailureKind.PASSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {121, 11000, 10334})
    void aDocumentThatTheServerRefusesIsABug(int code) {
        assertThat(FailureKind.of(bulkError(code))).isEqualTo(FailureKind.BUG);
    }

    @Test
    void aRecordThatCannotBeWrittenIsABug() {
        assertThat(FailureKind.of(new SerializationException("null where none belongs")))
                .isEqualTo(FailureKind.BUG);
        assertThat(FailureKind.of(new NullPointerException())).isEqualTo(FailureKind.BUG);
    }

    @Test
    void whatAHandlerCallsBrokenIsBroken() {
        assertThat(FailureKind.of(new BrokenRecord("torn"))).isEqualTo(FailureKind.BROKEN);
    }

    private static MongoBulkWriteException bulkError(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
                null,
                SERVER,
                Set.of());
    }
}
