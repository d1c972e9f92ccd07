package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seatkey.localstack.child.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    @Test
    void keepsItsDataWhenItIsKilledAndStartedAgain(@TempDir Path directory) throws Exception {
        try (var broker = KafkaBroker.start(Ports.free(), directory)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }

            broker.kill();
            broker.restart();

            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }

    @Test
    void ofThreeNodesAcknowledgesAndKeepsEverythingWhileAnyOneIsAway(@TempDir Path directory) throws Exception {
        try (var broker = KafkaBroker.start(List.of(Ports.free(), Ports.free(), Ports.free()), directory)) {
            // given a topic as a deployment makes it
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                var settings = Map.of("min.insync.replicas", "2");
                admin.createTopics(List.of(new NewTopic("kept", 3, (short) 3).configs(settings)))
                        .all()
                        .get();
            }

            // when each node in its turn is killed, and comes back
            for (var node = 1; node <= broker.nodes(); node++) {
                broker.kill(node);
                write(broker, "while " + node + " is away");
                broker.restart(node);
            }

            // then all is there
            assertThat(read(broker, 3))
                    .containsExactlyInAnyOrder("while 1 is away", "while 2 is away", "while 3 is away");
        }
    }

    private static void write(KafkaBroker broker, String words) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", words)).get();
        }
    }

    private static List<String> read(KafkaBroker broker, int records) {
        var read = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(IntStream.range(0, 3)
                    .mapToObj(partition -> new TopicPartition("kept", partition))
                    .toList());
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(record.value()));
                return read.size() >= records;
            });
        }
        return read;
    }
}
