package dev.seatkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Style;
import dev.seatkey.localstack.deadletters.DeadLettersCommand;
import dev.seatkey.localstack.outside.Seen;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a worker puts aside can be looked at, repaired and put back")
class DeadLetterSystemTest {
    private static final String COMMANDS = "sale-commands";
    private static Product product;
    private static KafkaProducer<byte[], byte[]> outside;

    @BeforeAll
    static void start() {
        product = Product.start("dead-letters");
        outside = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        outside.close();
        try (var ending = product) {
            ending.assertBooksAgree();
        }
    }

    @Test
    @DisplayName("A record of a schema that is registered too late passes when it is replayed, and is answered once")
    void aRepairedRecordPassesWhenItIsReplayed() throws Exception {
        // given a registration of a schema that is not registered yet, and broken bytes
        var registry = new CachedSchemaRegistryClient(registry(), 10);
        var schema = withOneMoreField(RegisterSale.getClassSchema());
        var nextId = 1 + registry.register("probe", new AvroSchema(Schema.create(Schema.Type.STRING)));
        var sale = product.aSaleTo(product.aSchool(), "replayed", 3);
        send("replayed", onWire(nextId, sale));
        send("broken", "{\"sale\": 1}".getBytes(UTF_8));
        product.await("two dead letters", () -> product.observer().deadLetters().size() == 2);
        var unknown = id("replayed");
        var broken = id("broken");

        // then both are listed, and shown as bytes with the reason
        assertThat(seatkey("list")).contains(unknown, broken, "the registry knows no schema with id " + nextId);
        assertThat(seatkey("show", broken)).contains("not in Confluent's wire format", "7b 22 73 61 6c 65");

        // when the schema is registered
        assertThat(registry.register("sale-commands-dev.seatkey.contract.RegisterSale", new AvroSchema(schema)))
                .isEqualTo(nextId);

        // then the record can be read, and is answered when it is replayed
        assertThat(seatkey("show", unknown)).contains("\"saleId\" : \"replayed\"");
        seatkey("replay", unknown);
        product.await("the answer", () -> registrations().size() == 1);

        // when it is replayed again, which must be asked for, then the answer is the same event
        assertThat(seatkey("replay", unknown)).contains("was replayed already");
        seatkey("replay", unknown, "--again");
        product.await("the same answer", () -> registrations().size() == 2);
        assertThat(registrations())
                .extracting(Seen::eventId)
                .containsOnly(registrations().get(0).eventId());
        assertThat(registrations())
                .extracting(Seen::body)
                .containsOnly(registrations().get(0).body());

        // when all are replayed, then only the broken one goes, and comes back as one that names the first
        assertThat(seatkey("replay", "--all"))
                .contains(broken)
                .doesNotContain(unknown)
                .contains("1 replayed.");
        product.await("the broken one", () -> seatkey("list").contains("3 dead letters, 1 not replayed."));
        var again = id("broken");
        assertThat(again).isNotEqualTo(broken);
        assertThat(seatkey("show", again)).contains("Replay of           " + broken + ", in vain");
        assertThat(registrations()).hasSize(2);
    }

    private static List<Seen<SaleRegistered>> registrations() {
        return product.observer().all(SaleRegistered.class).stream()
                .filter(each -> each.body().getSale().getSaleId().equals("replayed"))
                .toList();
    }

    /** The id of the newest dead letter of a key. */
    private static String id(String key) {
        return product.observer().deadLetters().stream()
                .filter(each -> each.key().equals(key))
                .reduce((older, newer) -> newer)
                .map(each -> each.topic() + "@" + each.offset())
                .orElseThrow();
    }

    private static void send(String key, byte[] value) throws Exception {
        outside.send(new ProducerRecord<>(COMMANDS, null, now(), key.getBytes(UTF_8), value))
                .get();
    }

    private static byte[] onWire(int schemaId, RegisterSale sale) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<>(RegisterSale.class).write(sale, encoder);
        encoder.writeString("what nobody knows yet");
        return bytes.toByteArray();
    }

    private static Schema withOneMoreField(Schema schema) {
        var fields = Stream.concat(
                        schema.getFields().stream().map(field -> new Schema.Field(field, field.schema())),
                        Stream.of(
                                new Schema.Field("wish", SchemaBuilder.builder().stringType(), "A wish.", "")))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static String seatkey(String... arguments) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        var options = arguments[0].equals("show")
                ? Stream.of("--bootstrap-servers", broker(), "--registry", registry())
                : Stream.of("--bootstrap-servers", broker());
        DeadLettersCommand.on(new Console(out, out, Style.PLAIN))
                .execute(Stream.concat(Stream.of(arguments), options).toArray(String[]::new));
        return said.toString(UTF_8);
    }

    private static long now() {
        return product.stack().clock().millis();
    }

    private static String broker() {
        return product.stack().components().broker().bootstrapServers();
    }

    private static String registry() {
        return product.stack().components().registry().url();
    }
}
