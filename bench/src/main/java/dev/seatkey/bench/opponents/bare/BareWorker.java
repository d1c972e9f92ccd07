package dev.seatkey.bench.opponents.bare;

import static com.mongodb.client.model.Filters.in;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.UuidRepresentation;

/**
 * The practical limit: one loop by hand on consumer, transactional producer and driver, that moves records and documents of given
 * number and size, in batches. No rules, no headers, no metrics; nothing is decoded, nothing is looked up that need not be moved.
 */
public final class BareWorker {
    private static final Duration POLL = Duration.ofSeconds(1);

    /** As the workers have it. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    /** As the workers have it by default. */
    private static final int BATCH = 500;

    /** As the workers have it. */
    private static final int PRODUCER_BATCH = 32 * 1024;

    /** So that all numbers have as many digits. */
    private static final long DIGITS = 1_000_000_000L;

    private final Job job;
    private final MongoDatabase database;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, BsonDocument> samples = new HashMap<>();
    private final AtomicLong unique = new AtomicLong();

    private BareWorker(Job job) {
        this.job = job;
        this.database = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(job.store()))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .writeConcern(WriteConcern.MAJORITY)
                        .build())
                .getDatabase(job.database());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        job.brokers(),
                        "group.id",
                        job.group(),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "session.timeout.ms",
                        SESSION_TIMEOUT_MS,
                        "max.poll.records",
                        BATCH),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        job.brokers(),
                        "transactional.id",
                        job.group(),
                        "acks",
                        "all",
                        "compression.type",
                        "snappy",
                        "batch.size",
                        PRODUCER_BATCH,
                        "retry.backoff.ms",
                        "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        job.inserts().forEach(insert -> samples.put(insert.collection(), BsonDocument.parse(insert.sample())));
    }

    /** @param arguments files with jobs; each is done in a thread of its own */
    public static void main(String[] arguments) {
        for (var file : arguments) {
            start(Job.readFrom(Path.of(file)));
        }
    }

    static void start(Job job) {
        new Thread(new BareWorker(job)::run, job.group()).start();
    }

    private void run() {
        producer.initTransactions();
        consumer.subscribe(List.of(job.input()));
        while (true) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                move(records);
            }
        }
    }

    private void move(ConsumerRecords<byte[], byte[]> all) {
        var records = ofKinds(job.kinds(), all);
        if (!records.isEmpty()) {
            job.reads().forEach(collection -> read(collection, records));
            job.inserts().forEach(insert -> insert(insert, records));
            job.updates().forEach(update -> update(update, ofKinds(update.kinds(), records)));
        }
        producer.beginTransaction();
        for (var send : job.sends()) {
            for (var record : records) {
                var unused = producer.send(new ProducerRecord<>(send.topic(), record.key(), value(send)));
            }
        }
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        all.partitions().forEach(partition -> {
            var ofPartition = all.records(partition);
            next.put(
                    partition,
                    new OffsetAndMetadata(
                            ofPartition.get(ofPartition.size() - 1).offset() + 1));
        });
        producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
        producer.commitTransaction();
    }

    private static List<ConsumerRecord<byte[], byte[]>> ofKinds(
            List<Integer> kinds, Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        records.forEach(record -> {
            if (kinds.isEmpty() || kinds.contains((int) record.value()[0])) {
                found.add(record);
            }
        });
        return found;
    }

    private void insert(Job.Insert insert, List<ConsumerRecord<byte[], byte[]>> records) {
        var documents = new ArrayList<BsonDocument>(records.size());
        records.forEach(record -> documents.add(document(insert, record)));
        bson(insert.collection()).insertMany(documents, new InsertManyOptions().ordered(false));
    }

    private void read(String collection, List<ConsumerRecord<byte[], byte[]>> records) {
        var ids = new ArrayList<BsonValue>(records.size());
        records.forEach(record -> ids.add(id(job.ids(), record)));
        bson(collection).find(in("_id", ids)).forEach(document -> {});
    }

    private void update(Job.Update update, List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        var change = BsonDocument.parse(update.change());
        var updates = new ArrayList<UpdateOneModel<BsonDocument>>(records.size());
        records.forEach(
                record -> updates.add(new UpdateOneModel<>(new BsonDocument("_id", id(job.ids(), record)), change)));
        bson(update.collection()).bulkWrite(updates, new BulkWriteOptions().ordered(false));
    }

    private MongoCollection<BsonDocument> bson(String collection) {
        return database.getCollection(collection, BsonDocument.class);
    }

    private BsonDocument document(Job.Insert insert, ConsumerRecord<byte[], byte[]> record) {
        var sample = Objects.requireNonNull(samples.get(insert.collection()));
        // A shallow copy: what is not replaced is shared with the sample.
        var document = new BsonDocument(sample.size());
        document.putAll(sample);
        document.put("_id", id(insert.id(), record));
        insert.unique()
                .forEach(field -> document.put(field, unlikeAllOthers(Objects.requireNonNull(sample.get(field)))));
        return document;
    }

    private BsonValue unlikeAllOthers(BsonValue sample) {
        var next = unique.incrementAndGet();
        if (sample.isInt32()) {
            return new BsonInt32((int) next);
        }
        var digits = Long.toString(DIGITS + next);
        var text = sample.asString().getValue();
        return new BsonString(text.substring(0, Math.max(0, text.length() - digits.length())) + digits);
    }

    private static BsonValue id(Job.Id from, ConsumerRecord<byte[], byte[]> record) {
        return new BsonBinary(
                switch (from) {
                    case KEY -> UUID.nameUUIDFromBytes(record.key());
                    case KEY_ITSELF -> UUID.fromString(new String(record.key(), UTF_8));
                    case PLACE ->
                        UUID.nameUUIDFromBytes(
                                (record.topic() + record.partition() + "@" + record.offset()).getBytes(UTF_8));
                });
    }

    /** Half of it compresses well, half does not, as in records of names and ids. */
    private static byte[] value(Job.Send send) {
        var value = ByteBuffer.allocate(send.bytes());
        while (value.remaining() > 2 * Long.BYTES) {
            value.putLong(ThreadLocalRandom.current().nextLong()).putLong(0);
        }
        value.put(0, (byte) send.kind());
        return value.array();
    }
}
