package dev.seatkey.localstack.books;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Bytes in Confluent's wire format to records. A registry that is away is never taken for bytes that are no record. */
final class WireFormat {
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final int NOT_FOUND = 404;

    /** Subject, version or schema not found: the registry is there and does not know the id. */
    private static final Set<Integer> UNKNOWN_SCHEMA = Set.of(40401, 40402, 40403);

    private static final int SCHEMAS_TO_CACHE = 1000;

    private final SchemaRegistryClient registry;
    private final KafkaAvroDeserializer deserializer;

    WireFormat(String registryUrl) {
        this(registryUrl, Map.of());
    }

    /** @param settings further settings of Confluent's client */
    WireFormat(String registryUrl, Map<String, ?> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("schema.registry.url", registryUrl);
        all.put("specific.avro.reader", true);
        all.put("value.subject.name.strategy", TopicRecordNameStrategy.class.getName());
        registry = new CachedSchemaRegistryClient(
                List.of(registryUrl.split(",")), SCHEMAS_TO_CACHE, List.of(new AvroSchemaProvider()), all, Map.of());
        deserializer = new KafkaAvroDeserializer(registry, all);
    }

    /** Bytes that are no record of the contracts. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(Throwable cause) {
            super("cannot be decoded: " + cause.getMessage(), cause);
        }
    }

    /**
     * The record in these bytes.
     *
     * @throws KafkaException if the registry cannot answer
     */
    SpecificRecord decode(String topic, byte[] bytes) throws Unreadable {
        requireSchemaOf(bytes);
        try {
            if (deserializer.deserialize(topic, bytes) instanceof SpecificRecord body) {
                return body;
            }
        } catch (SerializationException e) {
            if (e.getCause() instanceof RestClientException) {
                throw e;
            }
            throw new Unreadable(e);
        } catch (KafkaException away) {
            throw away;
        } catch (RuntimeException e) {
            // Bytes that nobody wrote as a record make the decoder fail in any way.
            throw new Unreadable(e);
        }
        throw new Unreadable("is no record of the contracts");
    }

    /** Asks for the schema by itself, so that what fails after it lies in the bytes. */
    private void requireSchemaOf(byte[] bytes) throws Unreadable {
        if (bytes.length < PREFIX || bytes[0] != 0) {
            throw new Unreadable("is not in Confluent's wire format");
        }
        try {
            registry.getSchemaById(ByteBuffer.wrap(bytes).getInt(1));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND && UNKNOWN_SCHEMA.contains(e.getErrorCode())) {
                throw new Unreadable(e);
            }
            throw new KafkaException("The registry cannot answer: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new KafkaException("The registry cannot answer: " + e.getMessage(), e);
        }
    }
}
