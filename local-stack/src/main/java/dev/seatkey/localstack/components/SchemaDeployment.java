package dev.seatkey.localstack.components;

import dev.seatkey.schemas.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Registers the schema of every record type of every topic, under topic and record name ({@code TopicRecordNameStrategy}), as it
 * stands in the contracts: without the marks that code generation for Java leaves in it. Java producers therefore need {@code
 * avro.remove.java.properties=true} beside {@code auto.register.schemas=false}.
 */
final class SchemaDeployment {
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final SchemaRegistryClient registry;

    SchemaDeployment(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    void deploy(List<Topic> topics) {
        requireCompatibility();
        topics.forEach(topic -> topic.records().forEach(type -> register(topic, type)));
    }

    private void requireCompatibility() {
        try {
            registry.updateCompatibility(null, COMPATIBILITY);
        } catch (IOException | RestClientException refused) {
            throw failed("compatibility " + COMPATIBILITY, refused);
        }
    }

    private void register(Topic topic, Class<? extends SpecificRecord> type) {
        var schema = asInTheContract(type);
        var subject = topic.name() + "-" + schema.getFullName();
        try {
            registry.register(subject, new AvroSchema(schema));
        } catch (IOException | RestClientException refused) {
            throw failed(subject, refused);
        }
    }

    private static Schema asInTheContract(Class<? extends SpecificRecord> type) {
        var generated = SpecificData.get().getSchema(type);
        return AvroSchemaUtils.getSchema(new GenericData.Record(generated), false, false, true);
    }

    private static RuntimeException failed(String what, Exception reason) {
        return reason instanceof IOException unreachable
                ? new UncheckedIOException("The schema registry can't be reached: " + reason.getMessage(), unreachable)
                : new IllegalStateException("The schema registry refused " + what + ": " + reason.getMessage(), reason);
    }
}
