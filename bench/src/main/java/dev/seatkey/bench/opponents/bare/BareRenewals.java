package dev.seatkey.bench.opponents.bare;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/** The practical limit of renewals: looks up what is due when it is told to, sends it to itself, and moves it. */
public final class BareRenewals {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int AT_ONCE = 10_000;
    private static final int BYTES = 60;

    /** What the index begins with; as many as the workers have. */
    private static final List<Integer> ALL_SLICES =
            IntStream.range(0, 60).boxed().toList();

    private BareRenewals() {}

    /** @param arguments file with the job for what is due, and the topic whose records tell it to look */
    public static void main(String[] arguments) {
        var job = Job.readFrom(Path.of(arguments[0]));
        BareWorker.start(job);
        sweep(job, arguments[1]);
    }

    private static void sweep(Job job, String ticks) {
        try (var client = MongoClients.create(job.store());
                var consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                job.brokers(),
                                "group.id",
                                job.group() + "-sweep",
                                "isolation.level",
                                "read_committed",
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                job.brokers(),
                                "transactional.id",
                                job.group() + "-sweep",
                                "compression.type",
                                "snappy",
                                "retry.backoff.ms",
                                "5"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.initTransactions();
            consumer.subscribe(List.of(ticks));
            var keys = client.getDatabase(job.database()).getCollection("keys", BsonDocument.class);
            while (true) {
                for (var tick : consumer.poll(POLL)) {
                    var due = keys.find(and(in("slice", ALL_SLICES), lte("dueAt", new Date(tick.timestamp()))))
                            .projection(include("dueAt", "slice"))
                            .sort(ascending("dueAt"));
                    publish(due, producer, job.input());
                }
            }
        }
    }

    private static void publish(Iterable<BsonDocument> due, KafkaProducer<byte[], byte[]> producer, String topic) {
        var sent = 0;
        producer.beginTransaction();
        for (var document : due) {
            BsonBinary id = document.getBinary("_id");
            var unused = producer.send(
                    new ProducerRecord<>(topic, id.asUuid().toString().getBytes(UTF_8), new byte[BYTES]));
            if (++sent % AT_ONCE == 0) {
                producer.commitTransaction();
                producer.beginTransaction();
            }
        }
        producer.commitTransaction();
    }
}
