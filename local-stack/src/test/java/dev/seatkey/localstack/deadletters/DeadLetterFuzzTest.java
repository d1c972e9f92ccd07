package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever a dead letter is, it can be shown")
class DeadLetterFuzzTest {
    private static final List<String> HEADERS = List.of(
            "dlt-topic",
            "dlt-partition",
            "dlt-offset",
            "dlt-timestamp",
            "dlt-kind",
            "dlt-reason",
            "dlt-stack",
            "dlt-truncated",
            "dlt-replay-of",
            "dlt-replayed",
            "dlt-replayed-as",
            "ce_id",
            "dlt-truncated-key",
            "dlt-dropped-headers");
    private static final List<Integer> SCHEMAS = new ArrayList<>();
    private static final SchemaRegistryClient REGISTRY = registry();

    @FuzzTest
    void showsAnyValue(byte[] bytes) {
        var value = ReadableValue.of(bytes, REGISTRY);

        assertThat(value.title()).isNotEmpty();
    }

    /** The first byte chooses the contract that the rest claims to keep. */
    @FuzzTest
    void showsAnyRecord(byte[] bytes) {
        if (bytes.length > 0) {
            var id = SCHEMAS.get(Math.floorMod(bytes[0], SCHEMAS.size()));
            var record = Arrays.copyOfRange(bytes, 1, bytes.length);
            showsAnyValue(ByteBuffer.allocate(record.length + 5)
                    .put((byte) 0)
                    .putInt(id)
                    .put(record)
                    .array());
        }
    }

    @FuzzTest
    void understandsAnyHeaders(FuzzedDataProvider data) {
        var headers = new RecordHeaders();
        while (data.remainingBytes() > 0) {
            var value = data.consumeBoolean()
                    ? Long.toString(data.consumeLong()).getBytes(UTF_8)
                    : data.consumeBytes(data.consumeInt(0, 40));
            headers.add(data.pickValue(HEADERS), data.consumeInt(0, 9) == 0 ? null : value);
        }
        var record = new ConsumerRecord<byte[], byte[]>(
                "sale-commands.sale-intake-dlt",
                0,
                7,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                headers,
                Optional.empty());

        if (DeadLetter.isOne(record)) {
            var letter = DeadLetter.of(record);
            assertThat(letter.kind()).isNotNull();
            assertThat(letter.reason()).isNotNull();
            assertThat(letter.stack()).isNotNull();
            assertThat(letter.replayOf()).isNotNull();
            assertThat(letter.originalHeaders()).isNotNull();
            letter.truncatedFrom().ifPresent(length -> assertThat(length).isNotNegative());
            letter.keyTruncatedFrom().ifPresent(length -> assertThat(length).isNotNegative());
            assertThat(letter.droppedHeaders()).isNotNegative();
            letter.originalTimestamp().ifPresent(time -> assertThat(time).isNotNegative());
            letter.origin().ifPresent(place -> assertThat(place.partition()).isNotNegative());
        } else {
            assertThat(Replayed.of(record).offset()).isNotNegative();
        }
    }

    private static SchemaRegistryClient registry() {
        var registry = new MockSchemaRegistryClient();
        Topics.contract().forEach(topic -> topic.records().forEach(type -> {
            var schema = SpecificData.get().getSchema(type);
            try {
                SCHEMAS.add(registry.register(topic.name() + "-" + schema.getFullName(), new AvroSchema(schema)));
            } catch (IOException | RestClientException impossible) {
                throw new IllegalStateException(impossible);
            }
        }));
        return registry;
    }
}
