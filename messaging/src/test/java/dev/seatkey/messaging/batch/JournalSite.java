package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.testkit.TopicReader;
import dev.seatkey.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Workers that keep a {@link Journal}, on a real broker, registry and store, and what is sent to and by them. Their consumer
 * group begins behind all that was sent before.
 */
final class JournalSite implements AutoCloseable {
    private final Components components = Components.shared();
    private final AvroFormat format =
            new AvroFormat(Map.of("schema.registry.url", components.registry().url()));
    private final TopicReader topics = new TopicReader(components.broker().bootstrapServers(), format);
    private final KafkaProducer<byte[], byte[]> sender = new KafkaProducer<>(
            Map.of("bootstrap.servers", components.broker().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", components.broker().bootstrapServers()));
    private final List<ConfigurableApplicationContext> workers = new ArrayList<>();
    private final String run = UUID.randomUUID().toString();
    private final String group = Topics.APPROVAL_WORKER + "." + run;
    private int sent;

    JournalSite() {
        try {
            var ends = IntStream.range(0, Topics.APPROVAL_DECISIONS.partitions())
                    .mapToObj(partition -> new TopicPartition(Topics.APPROVAL_DECISIONS.name(), partition))
                    .collect(toMap(identity(), partition -> OffsetSpec.latest()));
            Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, end) -> begin.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets(group, begin).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(MessagingConfiguration.class)
    static class JournalApplication {
        @Bean
        Journal journal(MongoDatabase database) {
            return new Journal(database);
        }

        @Bean
        Subscription subscription(
                Journal journal,
                @Value("${journal.subscription}") String name,
                @Value("${journal.reads-ahead}") boolean readsAhead,
                @Qualifier("dueWork") ObjectProvider<DueWork> dueWork) {
            return Journal.subscription(
                    readsAhead ? new ReadingAhead(journal) : journal, name, dueWork.getIfAvailable());
        }
    }

    /** A worker that goes on, which may take until its consumer has been told its partitions. */
    ConfigurableApplicationContext start(Checkpoint checkpoint, int batchSize) {
        return start(batchSize, false, context -> context.getBeanFactory().registerSingleton("checkpoint", checkpoint));
    }

    /** A worker that reads a batch while the last one is written. */
    ConfigurableApplicationContext startReadingAhead(Checkpoint checkpoint, int batchSize) {
        return start(batchSize, true, context -> context.getBeanFactory().registerSingleton("checkpoint", checkpoint));
    }

    /** A worker that looks for due work as well. */
    ConfigurableApplicationContext startSweeping(Checkpoint checkpoint, int batchSize, DueWork dueWork) {
        return start(batchSize, false, context -> {
            context.getBeanFactory().registerSingleton("checkpoint", checkpoint);
            context.getBeanFactory().registerSingleton("dueWork", dueWork);
        });
    }

    private ConfigurableApplicationContext start(
            int batchSize, boolean readsAhead, ApplicationContextInitializer<ConfigurableApplicationContext> beans) {
        ConfigurableApplicationContext worker = new SpringApplicationBuilder(JournalApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(beans)
                .properties(Map.of(
                        "spring.application.name",
                        "approval-worker",
                        "spring.config.import",
                        "classpath:worker-defaults.yaml",
                        "spring.kafka.bootstrap-servers",
                        components.broker().bootstrapServers(),
                        "seatkey.schema-registry.url",
                        components.registry().url(),
                        "journal.subscription",
                        run,
                        "journal.reads-ahead",
                        readsAhead,
                        "seatkey.batch-size",
                        batchSize,
                        "spring.mongodb.uri",
                        components.store().uri(),
                        "spring.mongodb.database",
                        components.store().databasePrefix() + "journal-" + run))
                .run();
        workers.add(worker);
        return worker;
    }

    /** The state of health of the worker that was started last. */
    Status health() {
        return workers.get(workers.size() - 1)
                .getBean(Subscriptions.class)
                .health()
                .getStatus();
    }

    /** Stops all workers; what they have begun is done then. */
    void stopWorkers() {
        workers.forEach(ConfigurableApplicationContext::close);
    }

    /** Sends so many decisions on sales of their own, on any partition. */
    void send(int count) {
        IntStream.range(0, count).forEach(i -> send(decision(null)));
        sender.flush();
    }

    /** Sends so many decisions on sales of their own, on one partition. */
    void send(int count, int partition) {
        IntStream.range(0, count).forEach(i -> send(decision(partition)));
        sender.flush();
    }

    /** Sends so many decisions on sales of their own, on one partition, and then all of them again. */
    void sendTwice(int count, int partition) {
        List<ProducerRecord<byte[], byte[]>> decisions =
                IntStream.range(0, count).mapToObj(i -> decision(partition)).toList();
        decisions.forEach(this::send);
        decisions.forEach(this::send);
        sender.flush();
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        var unused = sender.send(record);
    }

    private ProducerRecord<byte[], byte[]> decision(@Nullable Integer partition) {
        String saleId = run + "-" + sent++;
        DecideSale decision = new DecideSale(saleId, Verdict.APPROVE, new UserReference("organization", "user"), null);
        byte[] value = format.encode(Topics.APPROVAL_DECISIONS.name(), decision);
        return new ProducerRecord<>(Topics.APPROVAL_DECISIONS.name(), partition, saleId.getBytes(UTF_8), value);
    }

    /** A record that is known as this site's by its key. */
    ProducerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.APPROVAL_DECISIONS.name(), (run + key).getBytes(UTF_8), value);
    }

    /** The sales that are answered, as often as they are. */
    List<String> answers() {
        return topics.all(Topics.SALE_EVENTS, CommandRefused.class).stream()
                .map(CommandRefused::getSaleId)
                .filter(saleId -> saleId.startsWith(run))
                .toList();
    }

    /** The records that were entered, as the answers name them. */
    Set<String> entered() {
        return topics.all(Topics.SALE_EVENTS, CommandRefused.class).stream()
                .filter(answer -> answer.getSaleId().startsWith(run))
                .map(CommandRefused::getMessage)
                .collect(toSet());
    }

    /** The keys of this site's dead letters. */
    List<String> deadLetters() {
        return topics.all(Topics.APPROVAL_DECISIONS.deadLetters(Topics.APPROVAL_WORKER), 1).stream()
                .map(ConsumerRecord::key)
                .map(key -> new String(key, UTF_8))
                .filter(key -> key.startsWith(run))
                .toList();
    }

    /** Where a partition ends. */
    long end(int number) {
        TopicPartition partition = new TopicPartition(Topics.APPROVAL_DECISIONS.name(), number);
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Another member of the group, which gets partition 0: partitions are dealt out in the order of the members' names.
     *
     * @param begin is told where it begins there
     */
    KafkaConsumer<byte[], byte[]> memberForPartition0(LongConsumer begin) {
        KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        components.broker().bootstrapServers(),
                        "group.id",
                        group,
                        "client.id",
                        "a",
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        member.subscribe(List.of(Topics.APPROVAL_DECISIONS.name()), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // It has done nothing with them.
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                partitions.stream()
                        .filter(partition -> partition.partition() == 0)
                        .forEach(partition -> begin.accept(member.position(partition)));
            }
        });
        return member;
    }

    String brokers() {
        return components.broker().bootstrapServers();
    }

    @Override
    public void close() {
        stopWorkers();
        admin.close();
        sender.close();
        topics.close();
    }
}
