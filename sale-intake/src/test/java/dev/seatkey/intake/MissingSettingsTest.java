package dev.seatkey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MissingSettingsTest {

    @Test
    void saysInOneLineThatTheBrokersAddressIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                        "--seatkey.schema-registry.url=http://localhost:1",
                        "--spring.mongodb.uri=mongodb://localhost:1"))
                .rootCause()
                .hasMessage("Set spring.kafka.bootstrap-servers to the Kafka brokers, such as kafka:9092.");

        assertThat(output.getAll().lines())
                .contains("Set spring.kafka.bootstrap-servers to the Kafka brokers, such as kafka:9092.")
                .noneMatch(line -> line.startsWith("\tat "));
    }

    private static void start(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--server.port=0";
        new SpringApplicationBuilder(SaleIntakeApplication.class).run(all).close();
    }
}
