package dev.seatkey.notifier.mails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.Registrant;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.testkit.TopicReader;
import dev.seatkey.notifier.Notifier;
import dev.seatkey.schemas.Topics;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker on a real broker, registry, store and mail server. */
class NotifierIT {
    private static final Components COMPONENTS = Components.shared();
    private static final AvroFormat FORMAT =
            new AvroFormat(Map.of("schema.registry.url", COMPONENTS.registry().url()));
    private static final TopicReader TOPICS =
            new TopicReader(COMPONENTS.broker().bootstrapServers(), FORMAT);
    private static final KafkaProducer<byte[], byte[]> SENDER = new KafkaProducer<>(
            Map.of("bootstrap.servers", COMPONENTS.broker().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private static final ConfigurableApplicationContext WORKER = start();

    private final String sale = "sale-" + UUID.randomUUID();

    @BeforeAll
    static void takeTime() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        WORKER.close();
        SENDER.close();
        TOPICS.close();
    }

    @Test
    @DisplayName("N1: tells the registrant that a sale is approved, in a mail with text and HTML")
    void tellsOfAnApproval() throws Exception {
        send(Contracts.approved(sale), sale);

        await().untilAsserted(() -> assertThat(sent()).hasSize(1));
        MimeMessage mail = mails().get(0);
        assertThat(mail.getSubject()).isEqualTo("Approved: Practice for the whole school");
        assertThat(mail.getAllRecipients()).hasSize(1);
        InternetAddress to = (InternetAddress) mail.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo(Contracts.ADDRESS);
        assertThat(to.getPersonal()).isEqualTo("Ana Pérez 🎓");
        assertThat(mail.getMessageID()).isEqualTo(sent().get(0).getMessageId());
        assertThat(part(mail, 0)).contains("Total price: $1,247.50", "Sale: " + sale);
        assertThat(part(mail, 1)).startsWith("<!DOCTYPE html>").contains("$1,247.50", sale);
        assertThat(sent().get(0).getCopies()).isEqualTo(1);
    }

    @Test
    @DisplayName("N1: tells of a decline with its reason, and of a rejection with every violation")
    void tellsOfDeclineAndRejection() {
        send(Contracts.declined(sale, "no budget"), sale);
        send(Contracts.rejected(sale, true), sale);
        send(Contracts.rejected(sale, false), sale + "-unknown");

        await().untilAsserted(() -> assertThat(sent()).hasSize(2));
        assertThat(mails())
                .extracting(mail -> part(mail, 0))
                .anySatisfy(text -> assertThat(text).contains("Reason:\nno budget"))
                .anySatisfy(text -> assertThat(text).contains("customerId", "numberOfUsers"));
    }

    @Test
    @DisplayName("N4: an event that is sent ten times makes one mail")
    void mailsOnce() {
        for (int i = 0; i < 10; i++) {
            send(Contracts.approved(sale), sale);
        }
        send(Contracts.declined(sale, "done"), sale + "-done");

        await().untilAsserted(() -> assertThat(sent()).hasSize(2));
        assertThat(mails()).hasSize(2);
    }

    @Test
    @DisplayName("N4: while the mail server is away, mails wait; then they go out")
    void waitsForTheMailServer() {
        COMPONENTS.mail().close();
        send(Contracts.approved(sale), sale);
        await().until(() -> state().equals("RETRY"));

        COMPONENTS.mail().restart();

        await().untilAsserted(() -> assertThat(sent()).hasSize(1));
        assertThat(mails()).hasSize(1);
        assertThat(sent().get(0).getCopies()).isEqualTo(1);
    }

    @Test
    @DisplayName("N4: what cannot be addressed is parked at once")
    void parksWhatCannotBeAddressed() {
        Registrant nowhere = Contracts.registrant("ana@example.com\r\nBcc: everybody@example.com");
        send(Contracts.approved(sale, nowhere), sale);

        await().untilAsserted(() -> assertThat(TOPICS.all(Topics.MAIL_EVENTS, MailParked.class))
                .filteredOn(parked -> parked.getSaleId().equals(sale))
                .singleElement()
                .satisfies(parked -> assertThat(parked.getReason()).contains("cannot be addressed")));
        assertThat(mails()).isEmpty();
    }

    @Test
    void putsAsideWhatItCannotRead() {
        bytes(sale, "no avro".getBytes(UTF_8));
        bytes(sale, null);
        bytes(
                sale,
                FORMAT.encode(
                        Topics.MAIL_EVENTS.name(),
                        new MailSent(UUID.randomUUID(), sale, "kind", "ana", "id", 1, Contracts.NOW)));
        send(Contracts.approved(sale), sale);

        await().untilAsserted(() -> assertThat(sent()).hasSize(1));
        assertThat(TOPICS.all(Topics.SALE_EVENTS.deadLetters(Topics.NOTIFIER), 1))
                .filteredOn(record -> new String(record.key(), UTF_8).equals(sale))
                .hasSize(3);
    }

    private List<MailSent> sent() {
        return TOPICS.all(Topics.MAIL_EVENTS, MailSent.class).stream()
                .filter(mail -> mail.getSaleId().equals(sale))
                .toList();
    }

    private List<MimeMessage> mails() {
        return COMPONENTS.mail().received().stream()
                .filter(mail -> part(mail, 0).contains(sale))
                .toList();
    }

    private String state() {
        Document mail = WORKER.getBean(MongoDatabase.class)
                .getCollection(MongoMails.COLLECTION)
                .find(new Document("saleId", sale))
                .first();
        return mail == null ? "" : mail.getString("state");
    }

    private static String part(MimeMessage mail, int number) {
        try {
            return ((Multipart) mail.getContent())
                    .getBodyPart(number)
                    .getContent()
                    .toString()
                    .replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With an event id that follows from the content, as the writers of these events do it. */
    private static void send(SpecificRecord event, String key) {
        byte[] value = FORMAT.encode(Topics.SALE_EVENTS.name(), event);
        ProducerRecord<byte[], byte[]> record = record(key, value);
        UUID id = UUID.nameUUIDFromBytes(value);
        record.headers().add("ce_id", id.toString().getBytes(UTF_8));
        send(record);
    }

    private static void bytes(String key, byte @Nullable [] value) {
        send(record(key, value));
    }

    private static ProducerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.SALE_EVENTS.name(), key.getBytes(UTF_8), value);
    }

    private static void send(ProducerRecord<byte[], byte[]> record) {
        try {
            SENDER.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Notifier.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.kafka.bootstrap-servers",
                        COMPONENTS.broker().bootstrapServers(),
                        "seatkey.schema-registry.url",
                        COMPONENTS.registry().url(),
                        "spring.mongodb.uri",
                        COMPONENTS.store().uri(),
                        "spring.mongodb.database",
                        COMPONENTS.store().databasePrefix() + "notifier",
                        "spring.mail.host",
                        COMPONENTS.mail().host(),
                        "spring.mail.port",
                        COMPONENTS.mail().smtpPort(),
                        "seatkey.mail.first-pause",
                        "500ms"))
                .run();
    }
}
