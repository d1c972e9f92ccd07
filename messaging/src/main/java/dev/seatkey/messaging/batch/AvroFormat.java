package dev.seatkey.messaging.batch;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.PassingFault;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes in Confluent's wire format to records and back. Decoding is done here and not in the consumer, so that one
 * undecodable record is told apart from a registry that is away, and keeps its bytes.
 */
public final class AvroFormat implements AutoCloseable {
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final int NOT_FOUND = 404;

    /** Subject, version or schema not found: the registry is there and does not know the id. */
    private static final Set<Integer> UNKNOWN_SCHEMA = Set.of(40401, 40402, 40403);

    private static final int CACHED_SCHEMAS = 1000;

    private final SchemaRegistryClient registry;
    private final KafkaAvroDeserializer deserializer;
    private final KafkaAvroSerializer serializer;

    /**
     * @param settings of Confluent's serializers; {@code schema.registry.url} is required, login and TLS are optional
     */
    public AvroFormat(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "specific.avro.reader",
                true,
                "auto.register.schemas",
                false,
                "avro.remove.java.properties",
                true,
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy"));
        all.putAll(settings);
        registry = SchemaRegistryClientFactory.newClient(
                List.of(String.valueOf(all.get("schema.registry.url")).split(",")),
                CACHED_SCHEMAS,
                List.of(new AvroSchemaProvider()),
                all,
                Map.of());
        deserializer = new KafkaAvroDeserializer(registry, all);
        serializer = new KafkaAvroSerializer(registry, all);
    }

    /**
     * The record in these bytes.
     *
     * @throws BrokenRecord if the bytes are no record that this side knows
     * @throws PassingFault if the registry is away
     */
    public SpecificRecord decode(String topic, byte[] bytes) {
        requireSchemaOf(bytes);
        try {
            if (deserializer.deserialize(topic, bytes) instanceof SpecificRecord record) {
                return record;
            }
        } catch (SerializationException e) {
            throw e.getCause() instanceof RestClientException
                    ? registryIsAway(e)
                    : new BrokenRecord(
                            "cannot be decoded: " + getMostSpecificCause(e).getMessage(), e);
        } catch (KafkaException e) {
            throw registryIsAway(e);
        } catch (RuntimeException e) {
            throw new BrokenRecord("cannot be decoded: " + e, e);
        }
        throw new BrokenRecord("is no record of the contracts");
    }

    /** Asks for the schema by itself, so that a registry that is away and torn bytes are never taken for each other. */
    private void requireSchemaOf(byte[] bytes) {
        if (bytes.length < PREFIX || bytes[0] != 0) {
            throw new BrokenRecord("is not in Confluent's wire format");
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        try {
            registry.getSchemaById(id);
        } catch (RestClientException e) {
            boolean unknown = e.getStatus() == NOT_FOUND && UNKNOWN_SCHEMA.contains(e.getErrorCode());
            throw unknown
                    ? new BrokenRecord("cannot be decoded: the registry knows no schema with id " + id, e)
                    : registryIsAway(e);
        } catch (IOException | KafkaException e) {
            throw registryIsAway(e);
        }
    }

    /**
     * A record in the wire format.
     *
     * @throws PassingFault if the registry is away or does not know the schema yet
     */
    public byte[] encode(String topic, SpecificRecord record) {
        try {
            return serializer.serialize(topic, record);
        } catch (SerializationException e) {
            // Records are written to memory: whatever input or output fails is the registry's.
            if (e.getCause() instanceof RestClientException || e.getCause() instanceof IOException) {
                throw registryIsAway(e);
            }
            throw e;
        } catch (KafkaException e) {
            throw registryIsAway(e);
        }
    }

    private static PassingFault registryIsAway(Exception e) {
        return new PassingFault(
                "the schema registry cannot answer: " + getMostSpecificCause(e).getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        deserializer.close();
        serializer.close();
        registry.close();
    }
}
