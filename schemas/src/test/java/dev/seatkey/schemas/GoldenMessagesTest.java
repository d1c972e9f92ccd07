package dev.seatkey.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each message looks like, in {@code src/test/resources/golden}. Where a contract grew on purpose, {@code
 * -Dgolden=write} writes the files anew; the difference belongs into the review.
 */
class GoldenMessagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    static List<SpecificRecord> messages() {
        Topics.contract();
        return SampleMessages.all();
    }

    @Test
    void hasASampleOfEveryTypeThatATopicCarries() {
        List<Class<? extends SpecificRecord>> carried = Topics.contract().stream()
                .flatMap(topic -> topic.records().stream())
                .distinct()
                .toList();

        assertThat(messages()).extracting(Object::getClass).containsExactlyInAnyOrderElementsOf(carried);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void looksAsBeforeAfterItsWayThroughBytes(SpecificRecord message) throws IOException {
        Path golden = GOLDEN.resolve(message.getSchema().getName() + ".json");
        String read = json(RoundTrip.of(message));
        if (WRITE) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, read, UTF_8);
        }

        assertThat(read)
                .as("%s; './mvnw -pl schemas test -Dgolden=write' writes it anew", golden)
                .isEqualTo(json(message))
                .isEqualTo(Files.readString(golden));
    }

    private static String json(SpecificRecord message) throws IOException {
        return JSON.readTree(message.toString()).toPrettyString() + "\n";
    }
}
