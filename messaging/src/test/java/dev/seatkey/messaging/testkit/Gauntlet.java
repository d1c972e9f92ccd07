package dev.seatkey.messaging.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.batch.BatchProcessor;
import dev.seatkey.messaging.batch.Checkpoint;
import dev.seatkey.schemas.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends a fuzzer's records through all that a worker does with one, over a store that never changes. Each must be handled, or
 * become one dead letter that is called broken; what was decided must be encodable. In the same batch is a good neighbour,
 * which must be answered as if it were alone. Anything else is an error of ours.
 */
public final class Gauntlet {
    private static final long NOON = 1_796_040_000_000L;
    private static final List<String> HEADERS = List.of("ce_id", "ce_correlationid", "traceparent");

    private final Subscription subscription;
    private final AvroFormat format;
    private final List<Carried> carried = new ArrayList<>();
    private final BatchProcessor<?, ?, ?> processor;
    private final ConsumerRecord<byte[], byte[]> neighbour;
    private final List<String> answersToNeighbour;
    private int decided;

    private <M, S, C> Gauntlet(
            Subscription subscription,
            BatchHandler<M, S, C> handler,
            Function<List<M>, S> stored,
            SpecificRecord good) {
        SchemaRegistryClient registry = RegistryInMemory.empty();
        this.subscription = subscription;
        this.format = RegistryInMemory.format(registry);
        this.processor =
                new BatchProcessor<>(subscription, new KeepingNothing<>(handler, stored), format, Checkpoint.NONE);
        subscription.topics().forEach(topic -> topic.records().forEach(type -> carry(registry, topic, type)));
        // A line for each of millions of dead letters would be all that is measured.
        ((Logger) LoggerFactory.getLogger("dev.seatkey")).setLevel(Level.OFF);
        Topic topic = subscription.topics().stream()
                .filter(each -> each.records().contains(good.getClass()))
                .findFirst()
                .orElseThrow();
        byte[] key = "neighbour".getBytes(UTF_8);
        this.neighbour = record(topic, 8, key, format.encode(topic.name(), good), NOON, new RecordHeaders());
        this.answersToNeighbour = answersToNeighbour(processor.process(List.of(neighbour)));
        require(decided == 1, "the neighbour is not good");
    }

    /**
     * A gauntlet for a subscription.
     *
     * @param handler its handler, of which only {@code translate} and {@code decide} are used
     * @param stored what the handler reads, each time as if it were the first
     * @param good the neighbour: a message that has nothing to do with what the fuzzer may say
     */
    public static <M, S, C> Gauntlet of(
            Subscription subscription,
            BatchHandler<M, S, C> handler,
            Function<List<M>, S> stored,
            SpecificRecord good) {
        return new Gauntlet(subscription, handler, stored, good);
    }

    /**
     * Sends bytes: the first one chooses the record type that they claim to be, the rest is the record; or, where the first one
     * is negative, the rest is the value as it is, whatever it claims. No bytes are a record without a value.
     */
    public void sendBytes(byte[] bytes) {
        byte[] key = "key".getBytes(UTF_8);
        if (bytes.length == 0) {
            send(carried.get(0).topic(), key, null, NOON, new RecordHeaders());
            return;
        }
        Carried claimed = carried.get(Math.floorMod(bytes[0], carried.size()));
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        byte[] value = bytes[0] < 0 ? rest : onWire(claimed.schemaId(), rest);
        send(claimed.topic(), key, value, NOON, new RecordHeaders());
    }

    /** Sends a record that keeps to its schema, with any key, time and headers. */
    public void sendRecord(FuzzedDataProvider data) {
        Carried claimed = data.pickValue(carried);
        byte[] key = data.consumeBoolean() ? null : data.consumeBytes(data.consumeInt(0, 20));
        long timestamp = data.consumeBoolean() ? NOON : data.consumeLong();
        Headers headers = headers(data);
        byte[] record = encoded(new HostileRecords(data).of(claimed.schema()));
        send(claimed.topic(), key, onWire(claimed.schemaId(), record), timestamp, headers);
    }

    private void send(Topic topic, byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {
        ConsumerRecord<byte[], byte[]> record = record(topic, 7, key, value, timestamp, headers);
        decided = 0;
        List<ProducerRecord<byte[], byte[]>> sent = processor.process(List.of(record, neighbour));
        List<ProducerRecord<byte[], byte[]>> deadLetters =
                sent.stream().filter(each -> each.topic().endsWith("-dlt")).toList();
        if (deadLetters.isEmpty()) {
            require(decided == (isPassedOver(record) ? 1 : 2), "was lost");
            require(answersToNeighbour(sent).equals(answersToNeighbour), "changed what its neighbour is answered");
            return;
        }
        ProducerRecord<byte[], byte[]> deadLetter = deadLetters.get(0);
        require(header(deadLetter, "dlt-kind").equals("BROKEN"), header(deadLetter, "dlt-stack"));
        require(decided == 1 && deadLetters.size() == 1, "kept its neighbour from being handled");
        require(answersToNeighbour(sent).equals(answersToNeighbour), "changed what its neighbour is answered");
        require(sent.size() == 1 + answersToNeighbour.size(), "was handled and put aside");
        require(Arrays.equals(deadLetter.key(), key), "lost its key");
        require(Arrays.equals(deadLetter.value(), value), "lost its value");
    }

    private List<String> answersToNeighbour(List<ProducerRecord<byte[], byte[]>> sent) {
        String cause = neighbour.topic() + "-0@" + neighbour.offset();
        return sent.stream()
                .filter(each -> header(each, "ce_causationid").equals(cause))
                .map(each -> header(each, "ce_type"))
                .toList();
    }

    private boolean isPassedOver(ConsumerRecord<byte[], byte[]> record) {
        return !subscription.handled().contains(format.decode(record.value()).getClass());
    }

    private void carry(SchemaRegistryClient registry, Topic topic, Class<? extends SpecificRecord> type) {
        Schema schema = SpecificData.get().getSchema(type);
        try {
            int id = registry.register(topic.name() + "-" + schema.getFullName(), new AvroSchema(schema));
            carried.add(new Carried(topic, schema, id));
        } catch (IOException | RestClientException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(
            Topic topic, long offset, byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {
        return new ConsumerRecord<>(
                topic.name(),
                0,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static Headers headers(FuzzedDataProvider data) {
        Headers headers = new RecordHeaders();
        for (String name : HEADERS) {
            if (data.consumeBoolean()) {
                headers.add(name, data.consumeBoolean() ? null : data.consumeBytes(data.consumeInt(0, 210)));
            }
        }
        return headers;
    }

    private static byte[] onWire(int schemaId, byte[] record) {
        return ByteBuffer.allocate(1 + Integer.BYTES + record.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(record)
                .array();
    }

    private static byte[] encoded(GenericRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** A record type that a topic carries. */
    private record Carried(Topic topic, Schema schema, int schemaId) {}

    /** The handler's pure steps, on what is always stored; nothing is kept. */
    private final class KeepingNothing<M, S, C> implements BatchHandler<M, S, C> {
        private final BatchHandler<M, S, C> handler;
        private final Function<List<M>, S> stored;

        KeepingNothing(BatchHandler<M, S, C> handler, Function<List<M>, S> stored) {
            this.handler = handler;
            this.stored = stored;
        }

        @Override
        public M translate(Message message) {
            return handler.translate(message);
        }

        @Override
        public S read(List<M> messages) {
            return stored.apply(messages);
        }

        @Override
        public Decision<C> decide(List<M> messages, S stored) {
            Decision<C> decision = handler.decide(messages, stored);
            decided += messages.size();
            return decision;
        }

        @Override
        public void write(C changes) {
            // Nothing is kept.
        }
    }
}
