package dev.seatkey.localstack.outside;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.util.Map;

/** Confluent's serializer as everybody outside uses it: deployment registers schemas, no sender does. */
public final class ContractSerializer {
    private ContractSerializer() {}

    /** For record values. */
    public static KafkaAvroSerializer of(String registryUrl) {
        var serializer = new KafkaAvroSerializer();
        serializer.configure(
                Map.of(
                        "schema.registry.url",
                        registryUrl,
                        "auto.register.schemas",
                        "false",
                        "avro.remove.java.properties",
                        "true",
                        "value.subject.name.strategy",
                        TopicRecordNameStrategy.class.getName()),
                false);
        return serializer;
    }
}
