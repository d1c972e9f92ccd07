package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.child.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    @Test
    void keepsItsDataWhenItIsKilledAndStartedAgain(@TempDir Path directory) throws Exception {
        try (var broker = KafkaBroker.start(Ports.free(), directory)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }

            broker.kill();
            broker.restart();

            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }
}
