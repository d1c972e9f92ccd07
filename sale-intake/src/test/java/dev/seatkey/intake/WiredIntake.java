package dev.seatkey.intake;

import static dev.seatkey.intake.Samples.NOON;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.intake.pricing.PricingConfiguration;
import dev.seatkey.intake.registration.RegistrationConfiguration;
import dev.seatkey.intake.sales.SalesConfiguration;
import dev.seatkey.intake.status.StatusConfiguration;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.organizations.OrganizationsConfiguration;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** The worker's handlers as its own wiring makes them, on any database, without consumers. */
public final class WiredIntake {
    public static final String REGISTRATION = "sale-intake.registration";
    public static final String STATUS = "sale-intake.status";
    public static final String ORGANIZATIONS = "sale-intake.organizations";
    public static final String PRICE_LIST = "sale-intake.price-list";

    private final AvroFormat format = new AvroFormat(
            Map.of("schema.registry.url", Components.shared().registry().url()));

    public AvroFormat format() {
        return format;
    }

    public Records records() {
        return new Records(format);
    }

    /** The test kit for one consumer group, on databases that know the samples' organizations and prices. */
    public CrashKit kit(String group) {
        return new CrashKit(format, this::market, database -> subscription(database, group));
    }

    /** A new database that knows the samples' organizations and prices. */
    public MongoDatabase market() {
        return market(Stores.empty());
    }

    /** Tells an empty database the samples' organizations and prices. */
    public MongoDatabase market(MongoDatabase database) {
        try (var context = wired(database)) {
            context.getBeansOfType(StoreIndexes.class).values().forEach(indexes -> indexes.createIn(database));
        }
        Records organizations = records();
        Samples.organizations()
                .forEach(each -> organizations.add(Topics.ORGANIZATIONS, each.getOrganizationId(), NOON, each));
        kit(ORGANIZATIONS).runOn(database, organizations.all());
        Records prices = records();
        Samples.priceList().forEach(each -> prices.add(Topics.PRICE_LIST, each.getDistributionId(), NOON, each));
        kit(PRICE_LIST).runOn(database, prices.all());
        return database;
    }

    public Subscription subscription(MongoDatabase database, String group) {
        try (var context = wired(database)) {
            return context.getBeansOfType(Subscription.class).values().stream()
                    .filter(each -> each.group().equals(group))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the worker knows of organizations. */
    public Organizations organizations(MongoDatabase database) {
        try (var context = wired(database)) {
            return context.getBean(Organizations.class);
        }
    }

    private static AnnotationConfigApplicationContext wired(MongoDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("name", Map.of("spring.application.name", Topics.SALE_INTAKE)));
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(CatchUp.class, () -> new CatchUp(new NothingToRead(), Duration.ofSeconds(1)));
        context.register(
                OrganizationsConfiguration.class,
                PricingConfiguration.class,
                SalesConfiguration.class,
                RegistrationConfiguration.class,
                StatusConfiguration.class);
        context.refresh();
        return context;
    }

    /** Consumers of topics that are empty. */
    private static final class NothingToRead extends DefaultKafkaConsumerFactory<byte[], byte[]> {
        NothingToRead() {
            super(Map.of());
        }

        @Override
        public Consumer<byte[], byte[]> createConsumer(
                @Nullable String group,
                @Nullable String prefix,
                @Nullable String suffix,
                @Nullable Properties properties) {
            var consumer = new MockConsumer<byte[], byte[]>("earliest");
            Topics.all().forEach(topic -> IntStream.range(0, topic.partitions())
                    .forEach(partition ->
                            consumer.updateEndOffsets(Map.of(new TopicPartition(topic.name(), partition), 0L))));
            return consumer;
        }
    }
}
