package dev.seatkey.messaging.testkit;

import dev.seatkey.messaging.batch.AvroFormat;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;

/** A schema registry for tests that are about what becomes of records, and not about how their schemas are found. */
public final class RegistryInMemory {
    private RegistryInMemory() {}

    /** A format with a registry of its own, which takes each schema that it is given. */
    public static AvroFormat format() {
        return format(empty());
    }

    static SchemaRegistryClient empty() {
        return new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()));
    }

    static AvroFormat format(SchemaRegistryClient registry) {
        return new AvroFormat(registry, Map.of("schema.registry.url", "mock://", "auto.register.schemas", true));
    }
}
