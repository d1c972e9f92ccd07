package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsOnTheWireIT {
    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("recordTypes")
    void goThereAndBackThroughTheRegistry(String topic, String name, Class<? extends SpecificRecord> type)
            throws IOException {
        var settings = Map.of(
                "schema.registry.url", Components.shared().registry().url(),
                "auto.register.schemas", "false",
                "avro.remove.java.properties", "true",
                "value.subject.name.strategy", TopicRecordNameStrategy.class.getName(),
                "specific.avro.reader", "true");
        try (var serializer = new KafkaAvroSerializer();
                var deserializer = new KafkaAvroDeserializer()) {
            serializer.configure(settings, false);
            deserializer.configure(settings, false);
            var record = Examples.of(type);

            var bytes = serializer.serialize(topic, record);
            var again = deserializer.deserialize(topic, bytes);

            assertThat(again).isInstanceOf(type).isEqualTo(record);
        }
    }

    private static Stream<Arguments> recordTypes() {
        return Topics.contract().stream().flatMap(topic -> topic.records().stream()
                .map(type -> Arguments.of(topic.name(), type.getSimpleName(), type)));
    }
}
