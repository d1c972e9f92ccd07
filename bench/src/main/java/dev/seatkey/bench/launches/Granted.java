package dev.seatkey.bench.launches;

import dev.seatkey.bench.arena.Committed;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Waits until somebody grants launches: until then he may not have heard of the plans. */
final class Granted {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Granted() {}

    /**
     * Asks again and again until all launches of one try are granted.
     *
     * @param ask sends so many launches
     */
    static void await(Surroundings where, Contestant contestant, Runnable ask, int launches) {
        var topic = contestant.topic(Topics.LAUNCH_RESULTS.name());
        try (var deserializer = new KafkaAvroDeserializer();
                var consumer = Committed.fromNowOn(where.broker(), List.of(topic))) {
            deserializer.configure(
                    Map.of("schema.registry.url", where.registry(), "specific.avro.reader", "true"), false);
            var giveUp = System.nanoTime() + PATIENCE.toNanos();
            var asked = 0;
            var answered = 0;
            while (System.nanoTime() < giveUp) {
                ask.run();
                asked += launches;
                var granted = 0;
                while (answered < asked && System.nanoTime() < giveUp) {
                    for (var record : consumer.poll(Duration.ofMillis(100))) {
                        answered++;
                        if (deserializer.deserialize(Topics.LAUNCH_RESULTS.name(), record.value())
                                instanceof LaunchGranted) {
                            granted++;
                        }
                    }
                }
                if (granted == launches) {
                    return;
                }
            }
        }
        throw new IllegalStateException(contestant.name() + " grants no launches");
    }
}
