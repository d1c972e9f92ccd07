package dev.seatkey.messaging.batch;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.MessagingSettings;
import dev.seatkey.messaging.MissingSetting;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.store.StoreConfiguration;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.messaging.time.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The wiring that every worker imports: its subscriptions and due work are beans of their types. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
@Import({KafkaConfiguration.class, StoreConfiguration.class})
public class MessagingConfiguration {
    @Bean
    Clock clock(MessagingSettings settings) {
        var moved = settings.clock().file();
        return moved == null ? Clock.systemUTC() : new MovableClock(moved, Clock.systemUTC());
    }

    @Bean
    AvroFormat avroFormat(MessagingSettings settings) {
        String url = settings.schemaRegistry().url();
        if (url == null || url.isBlank()) {
            throw new MissingSetting(
                    "seatkey.schema-registry.url", "the schema registry, such as http://registry:8081");
        }
        Map<String, Object> all = new HashMap<>(settings.schemaRegistry().settings());
        all.put("schema.registry.url", url);
        return new AvroFormat(all);
    }

    @Bean
    CatchUp catchUp(ConsumerFactory<byte[], byte[]> consumers) {
        return new CatchUp(consumers, Duration.ofSeconds(10));
    }

    /** Threads for what goes on of a batch while the next is handled: two for each consumer that is busy. */
    @Bean(defaultCandidate = false)
    ExecutorService transactionThreads() {
        return Executors.newCachedThreadPool(new CustomizableThreadFactory("transaction-"));
    }

    @Bean
    ContainerFactory containerFactory(
            MessagingSettings settings,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaTemplate<byte[], byte[]> kafka,
            AvroFormat format,
            @Qualifier("transactionThreads") Executor transactionThreads,
            ObjectProvider<Checkpoint> checkpoints,
            Clock clock) {
        return new ContainerFactory(
                settings,
                consumers,
                kafka,
                format,
                transactionThreads,
                checkpoints.getIfAvailable(() -> Checkpoint.NONE),
                clock);
    }

    @Bean
    Subscriptions subscriptions(
            List<Subscription> subscriptions,
            ContainerFactory factory,
            ObjectProvider<StoreIndexes> indexes,
            MongoDatabase database) {
        return new Subscriptions(
                subscriptions.stream().flatMap(factory::containersFor).toList(),
                () -> indexes.forEach(each -> each.createIn(database)));
    }
}
