package dev.seatkey.localstack.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * A record's value for a person.
 *
 * @param title what it is, or why it cannot be told
 * @param lines JSON if it could be decoded, else its first bytes
 */
record ReadableValue(String title, List<String> lines) {
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final GenericData READABLE = new GenericData();

    static {
        READABLE.addLogicalTypeConversion(new Conversions.DecimalConversion());
        READABLE.addLogicalTypeConversion(new Conversions.UUIDConversion());
        READABLE.addLogicalTypeConversion(new TimeConversions.DateConversion());
        READABLE.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    ReadableValue {
        lines = List.copyOf(lines);
    }

    /** What these bytes say, by the schema that they name. */
    static ReadableValue of(byte @Nullable [] bytes, SchemaRegistryClient registry) {
        if (bytes == null) {
            return new ReadableValue("none", List.of());
        }
        if (bytes.length < PREFIX || bytes[0] != 0) {
            return hex(bytes, "not in Confluent's wire format: a zero byte, four bytes of a schema's id, the record");
        }
        var id = ByteBuffer.wrap(bytes).getInt(1);
        try {
            return registry.getSchemaById(id) instanceof AvroSchema avro
                    ? decoded(bytes, id, avro.rawSchema())
                    : hex(bytes, "schema " + id + " is not of Avro");
        } catch (RestClientException e) {
            return hex(
                    bytes,
                    e.getStatus() == NOT_FOUND
                            ? "the registry knows no schema with id " + id
                            : "the registry cannot answer: " + e.getMessage());
        } catch (IOException e) {
            return hex(bytes, "the registry cannot be reached: " + e.getMessage());
        }
    }

    /** The first bytes of a value of which no more was kept. */
    static ReadableValue truncated(byte[] beginning, int length) {
        return hex(
                beginning,
                "only the first %,d of %,d bytes were kept: it was larger than any record may be"
                        .formatted(beginning.length, length));
    }

    private static ReadableValue decoded(byte[] bytes, int id, Schema schema) {
        try {
            var decoder = DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null);
            var value = new GenericDatumReader<>(schema, schema, READABLE).read(null, decoder);
            return new ReadableValue(
                    "%s, schema %d, %,d bytes".formatted(schema.getName(), id, bytes.length),
                    pretty(READABLE.toString(value)));
        } catch (IOException | RuntimeException torn) {
            return hex(bytes, "torn or not of schema %d, %s: %s".formatted(id, schema.getName(), torn));
        }
    }

    private static List<String> pretty(String json) {
        try {
            return JSON.readTree(json).toPrettyString().lines().toList();
        } catch (JsonProcessingException odd) {
            return List.of(json);
        }
    }

    private static ReadableValue hex(byte[] bytes, String why) {
        return new ReadableValue("%,d bytes, %s".formatted(bytes.length, why), HexDump.of(bytes));
    }
}
