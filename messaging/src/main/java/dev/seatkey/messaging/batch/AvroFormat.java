package dev.seatkey.messaging.batch;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.PassingFault;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes in Confluent's wire format to records and back: a zero, the schema's id in four bytes, and the record as Avro writes it.
 * Decoding is done here and not in the consumer, so that one undecodable record is told apart from a registry that is away, and
 * keeps its bytes.
 *
 * <p>The registry is asked, by Confluent's client, once for each kind of record; the rest is Avro's. Confluent's serializers look
 * up the schema for each record, in caches that took longer than the record itself (docs/performance.md).
 */
public final class AvroFormat implements AutoCloseable {
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final int NOT_FOUND = 404;

    /** Subject, version or schema not found: the registry is there and does not know the id. */
    private static final Set<Integer> UNKNOWN_SCHEMA = Set.of(40401, 40402, 40403);

    private static final int CACHED_SCHEMAS = 1000;
    private static final String URL = "schema.registry.url";
    private static final String ENDPOINT_IDENTIFICATION = "schema.registry.ssl.endpoint.identification.algorithm";

    /** Used again for the next record. */
    private static final ThreadLocal<BinaryDecoder> DECODERS =
            ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));

    private final SchemaRegistryClient registry;
    private final KafkaAvroSerializer serializer;
    private final Map<Integer, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    /** By topic and type of record. */
    private final Map<String, Map<Class<?>, Writer>> writers = new ConcurrentHashMap<>();

    /**
     * @param settings of Confluent's serializers; {@code schema.registry.url} is required, login and TLS are optional
     */
    public AvroFormat(Map<String, ?> settings) {
        this(client(settings), settings);
    }

    /**
     * @param registry knows the schemas, and is closed with this
     * @param settings of Confluent's serializers, which demand {@code schema.registry.url} and don't use it then
     */
    public AvroFormat(SchemaRegistryClient registry, Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "auto.register.schemas",
                false,
                "avro.remove.java.properties",
                true,
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy"));
        all.putAll(settings);
        this.registry = registry;
        this.serializer = new KafkaAvroSerializer(registry, all);
    }

    private static SchemaRegistryClient client(Map<String, ?> settings) {
        RestService rest =
                new RestService(List.of(String.valueOf(settings.get(URL)).split(",")));
        // Without this it tries once, and waits without end.
        rest.configure(Map.of());
        // Given anything, it reads all authorities that the JDK trusts, and keeps them: a megabyte. So it isn't given
        // the address again.
        Map<String, Object> others = new HashMap<>(settings);
        others.remove(URL);
        if (!others.isEmpty()) {
            // And without this, it takes any host's certificate for any other's.
            others.putIfAbsent(ENDPOINT_IDENTIFICATION, "https");
        }
        return new CachedSchemaRegistryClient(
                rest, CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), others, Map.of());
    }

    /**
     * The record in these bytes.
     *
     * @throws BrokenRecord if the bytes are no record that this side knows
     * @throws PassingFault if the registry is away
     */
    public SpecificRecord decode(byte[] bytes) {
        if (bytes.length < PREFIX || bytes[0] != 0) {
            throw new BrokenRecord("is not in Confluent's wire format");
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        DatumReader<SpecificRecord> known = readers.get(id);
        DatumReader<SpecificRecord> reader = known == null ? newReader(id) : known;
        try {
            BinaryDecoder decoder =
                    DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, DECODERS.get());
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            throw new BrokenRecord("cannot be decoded: " + e, e);
        }
    }

    /** Asks for the schema before anything is decoded, so that a registry that is away and torn bytes are never taken for each other. */
    private DatumReader<SpecificRecord> newReader(int id) {
        Schema written = schema(id);
        Class<?> type = SpecificData.get().getClass(written);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new BrokenRecord("is no record of the contracts");
        }
        Schema read = SpecificData.get().getSchema(type);
        DatumReader<SpecificRecord> reader = new SpecificDatumReader<>(written, read, SpecificData.getForSchema(read));
        readers.put(id, reader);
        return reader;
    }

    private Schema schema(int id) {
        try {
            if (registry.getSchemaById(id).rawSchema() instanceof Schema schema) {
                return schema;
            }
            throw new BrokenRecord("cannot be decoded: schema " + id + " is none of Avro's");
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
        Map<Class<?>, Writer> ofTopic = writers.computeIfAbsent(topic, name -> new ConcurrentHashMap<>());
        Writer writer = ofTopic.get(record.getClass());
        if (writer != null) {
            return writer.write(record);
        }
        byte[] serialized = serialized(topic, record);
        Writer like = Writer.like(serialized, record.getSchema());
        // Settings of the serializer may make it write by another schema than the record's.
        if (Arrays.equals(like.write(record), serialized)) {
            ofTopic.put(record.getClass(), like);
        }
        return serialized;
    }

    /** Asks the registry for the schema's id, which is the same for all records of a kind. */
    private byte[] serialized(String topic, SpecificRecord record) {
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
        serializer.close();
        registry.close();
    }

    /** Writes records of one schema, under its id. */
    private record Writer(byte[] prefix, DatumWriter<SpecificRecord> body) {
        static Writer like(byte[] serialized, Schema schema) {
            return new Writer(
                    Arrays.copyOf(serialized, PREFIX),
                    new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema)));
        }

        byte[] write(SpecificRecord record) {
            return Output.OF_THREAD.get().written(prefix, body, record);
        }
    }

    /** Room to write a record in, used again for the next one. */
    private record Output(ByteArrayOutputStream bytes, BinaryEncoder encoder) {
        static final ThreadLocal<Output> OF_THREAD = ThreadLocal.withInitial(() -> to(new ByteArrayOutputStream()));

        static Output to(ByteArrayOutputStream bytes) {
            return new Output(bytes, EncoderFactory.get().directBinaryEncoder(bytes, null));
        }

        byte[] written(byte[] prefix, DatumWriter<SpecificRecord> body, SpecificRecord record) {
            bytes.reset();
            bytes.writeBytes(prefix);
            try {
                body.write(record, encoder);
            } catch (IOException e) {
                throw new UncheckedIOException("memory takes all bytes", e);
            }
            return bytes.toByteArray();
        }
    }
}
