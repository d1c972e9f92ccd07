package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.PassingFault;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes in Confluent's wire format to records and back. Decoding is done here and not in the consumer, so that one
 * undecodable record is told apart from a registry that is away, and keeps its bytes.
 */
public final class AvroFormat implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();

    /**
     * @param settings of Confluent's serializers; {@code schema.registry.url} is required, login and TLS are optional
     */
    public AvroFormat(Map<String, ?> settings) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of(
                "specific.avro.reader",
                true,
                "auto.register.schemas",
                false,
                "avro.remove.java.properties",
                true,
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy"));
        all.putAll(settings);
        deserializer.configure(all, false);
        serializer.configure(all, false);
    }

    /**
     * The record in these bytes.
     *
     * @throws BrokenRecord if the bytes are no record that this side knows
     * @throws PassingFault if the registry is away
     */
    public SpecificRecord decode(String topic, byte[] bytes) {
        Object decoded;
        try {
            decoded = deserializer.deserialize(topic, bytes);
        } catch (SerializationException e) {
            throw explained("cannot be decoded", e);
        } catch (RuntimeException e) {
            throw new BrokenRecord("cannot be decoded: " + e, e);
        }
        if (decoded instanceof SpecificRecord record) {
            return record;
        }
        throw new BrokenRecord("is no record of the contracts");
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
            if (rootOf(e) instanceof RestClientException | rootOf(e) instanceof IOException) {
                throw new PassingFault(
                        "schema registry cannot serve " + record.getSchema().getFullName() + ": "
                                + rootOf(e).getMessage(),
                        e);
            }
            throw e;
        }
    }

    private static RuntimeException explained(String what, SerializationException e) {
        Throwable root = rootOf(e);
        boolean registryAnswered = root instanceof RestClientException rest && rest.getStatus() == NOT_FOUND;
        if (root instanceof RestClientException && !registryAnswered
                || root instanceof IOException && !(root instanceof java.io.EOFException)) {
            return new PassingFault("schema registry is away: " + root.getMessage(), e);
        }
        return new BrokenRecord(what + ": " + root.getMessage(), e);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof RestClientException)) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void close() throws IOException {
        deserializer.close();
        serializer.close();
    }
}
