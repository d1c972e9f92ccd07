package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClients;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ComponentsIT {
    private final Components components = Components.shared();

    @Test
    void theBrokerHasEveryTopicOfTheCatalogueAsItSays() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", components.broker().bootstrapServers()))) {
            var described = admin.describeTopics(
                            Topics.all().stream().map(Topic::name).toList())
                    .allTopicNames()
                    .get();

            assertThat(Topics.all()).allSatisfy(topic -> assertThat(described)
                    .hasEntrySatisfying(topic.name(), there -> assertThat(there.partitions())
                            .hasSize(topic.partitions())));
        }
    }

    @Test
    void aTopicOfTheLocalStackKeepsRecordsOfAnyTimeAndLetsSendersSayIt() throws Exception {
        var launches = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TEST_LAUNCHES.name());
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", components.broker().bootstrapServers()))) {
            var settings = Objects.requireNonNull(
                    admin.describeConfigs(List.of(launches)).all().get().get(launches));

            assertThat(settings.entries())
                    .extracting(ConfigEntry::name, ConfigEntry::value)
                    .contains(
                            tuple("message.timestamp.type", "CreateTime"),
                            tuple("retention.ms", "-1"),
                            tuple("message.timestamp.after.max.ms", "" + Long.MAX_VALUE));
        }
    }

    @Test
    void deployingTwiceChangesNothing() {
        var again = Deployment.local(
                components.broker().bootstrapServers(), components.registry().url(), 1);

        again.deploy();
    }

    @Test
    void theRegistryRefusesASchemaThatBreaksReadersOfTheRegisteredOne() throws Exception {
        var registry = new CachedSchemaRegistryClient(components.registry().url(), 10);
        var incompatible = SchemaBuilder.record("dev.seatkey.contract.WorkDue")
                .fields()
                .requiredInt("work")
                .endRecord();

        assertThat(registry.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThatThrownBy(() ->
                        registry.register("key-worker-due-dev.seatkey.contract.WorkDue", new AvroSchema(incompatible)))
                .isInstanceOf(RestClientException.class)
                .extracting(refusal -> ((RestClientException) refusal).getStatus())
                .isEqualTo(409);
    }

    @Test
    void registeredSchemasSayNothingAboutJava() throws Exception {
        var registry = new CachedSchemaRegistryClient(components.registry().url(), 10);

        assertThat(registry.getAllSubjects())
                .hasSize(Topics.contract().stream()
                        .mapToInt(topic -> topic.records().size())
                        .sum());
        for (var subject : registry.getAllSubjects()) {
            assertThat(registry.getLatestSchemaMetadata(subject).getSchema()).doesNotContain("java");
        }
    }

    @Test
    void theStoreKeepsDocuments() {
        var store = components.store();
        try (var client = MongoClients.create(store.uri())) {
            var things =
                    client.getDatabase(store.databasePrefix() + "components-it").getCollection("things");
            things.insertOne(new Document("_id", "a thing"));

            assertThat(things.countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void theMailServerTakesMailForAnybody() throws Exception {
        var mail = components.mail();
        var session = Session.getInstance(new Properties());
        var message = new MimeMessage(session);
        message.setFrom("seatkey@example.org");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("nobody.known@example.com"));
        message.setSubject("Good morning");
        message.setText("…");
        try (var transport = session.getTransport("smtp")) {
            transport.connect(mail.host(), mail.smtpPort(), null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }

        assertThat(mail.receivedBy("nobody.known@example.com"))
                .singleElement()
                .satisfies(received -> assertThat(received.getSubject()).isEqualTo("Good morning"));
    }
}
