package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleSale.aSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads two figures off the running worker with broker, registry and store: how long one launch takes, and how long a
 * hundred thousand take. Not among the tests; run it with
 *
 * <pre>./mvnw -B -pl key-worker -am verify -Dtest=None -Dit.test=LaunchReading \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
class LaunchReading {
    private static final Logger log = LoggerFactory.getLogger(LaunchReading.class);
    private static final RunningKeyWorker WORKER = new RunningKeyWorker();
    private static final int CUSTOMERS = 20;
    private static final int WARM_UP = 20_000;
    private static final int SINGLE = 500;
    private static final int MANY = 100_000;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final String run = UUID.randomUUID().toString();
    private final Instant from = aSale("any").from();
    private final KafkaConsumer<byte[], byte[]> answers = atTheEndOfTheResults();

    @AfterAll
    static void stop() {
        WORKER.close();
    }

    @Test
    void readsLatencyAndThroughput() {
        IntStream.range(0, CUSTOMERS).forEach(this::approve);
        await().until(() -> WORKER.database().getCollection("plans").countDocuments() >= CUSTOMERS);
        many("warm-up", WARM_UP);

        log.info("One launch at a time: {}", percentiles(oneByOne()));
        long nanos = many("many", MANY);

        log.info(
                "{} launches of {} learners: {} s, {} a second",
                MANY,
                MANY / 2,
                nanos / 1_000_000_000.0,
                Math.round(MANY * 1e9 / nanos));
    }

    private void approve(int number) {
        SampleSale sale = aSale(run + number).to(run + number).seats(1_000_000);
        WORKER.send(Topics.SALE_EVENTS, sale.saleId(), from, sale.approved(from));
    }

    /** Each learner launches twice: the first launch takes a seat and generates a key, the second one finds both. */
    private long many(String round, int launches) {
        long begin = System.nanoTime();
        for (int n = 0; n < launches; n++) {
            launch(round + n, round + n % (launches / 2), n % CUSTOMERS);
        }
        for (int answered = 0; answered < launches; ) {
            answered += answers.poll(Duration.ofSeconds(1)).count();
        }
        return System.nanoTime() - begin;
    }

    private long[] oneByOne() {
        long[] nanos = new long[SINGLE];
        for (int n = 0; n < SINGLE; n++) {
            // The pause between launches: nothing is to come.
            assertThat(answers.poll(PAUSE).isEmpty()).isTrue();
            long begin = System.nanoTime();
            launch("single" + n, "single" + n, n % CUSTOMERS);
            ConsumerRecords<byte[], byte[]> answer = answers.poll(Duration.ofSeconds(60));
            nanos[n] = System.nanoTime() - begin;
            assertThat(answer.count()).isEqualTo(1);
        }
        return nanos;
    }

    private void launch(String launchId, String subject, int customer) {
        SampleLaunch launch =
                SampleLaunch.aLaunch(run + launchId).from(run + customer).by(subject);
        WORKER.send(Topics.TEST_LAUNCHES, launch.key(), from, launch.launched());
    }

    private static String percentiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
    }

    private static KafkaConsumer<byte[], byte[]> atTheEndOfTheResults() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Components.shared().broker().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Topics.LAUNCH_RESULTS.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.LAUNCH_RESULTS.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
