package dev.seatkey.localstack.demo;

import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Launches as LTI platforms send them, and their answers. */
final class Launches {
    private static final int SEED = 2;

    private final Stage stage;
    private final List<TestLaunched> sent = new ArrayList<>();

    Launches(Stage stage) {
        this.stage = stage;
    }

    /** All launches sent so far, repeated ones each time. */
    List<TestLaunched> sent() {
        return List.copyOf(sent);
    }

    /** Sends launches in no order but always the same one, and waits until each is answered. */
    void send(List<TestLaunched> launches) {
        var mixed = new ArrayList<>(launches);
        Collections.shuffle(mixed, new Random(SEED));
        Sender.await(mixed.stream().map(this::publish).toList());
        awaitAnswers(launches);
    }

    /** Sends one launch and tells how long its answer took. */
    Duration time(TestLaunched launch) {
        var from = System.nanoTime();
        Sender.await(List.of(publish(launch)));
        awaitAnswers(List.of(launch));
        return Duration.ofNanos(answeredAt(launch.getLaunchId()) - from);
    }

    /** The ids of all launches that were answered. */
    Set<String> answered() {
        return Stream.concat(
                        stage.observer().all(LaunchGranted.class).stream()
                                .map(each -> each.body().getLaunchId()),
                        stage.observer().all(LaunchRefused.class).stream()
                                .map(each -> each.body().getLaunchId()))
                .collect(Collectors.toSet());
    }

    private Future<RecordMetadata> publish(TestLaunched launch) {
        sent.add(launch);
        return stage.sender().send(Topics.TEST_LAUNCHES, launch.getOrganizationId(), launch);
    }

    private void awaitAnswers(List<TestLaunched> launches) {
        var ids = launches.stream().map(TestLaunched::getLaunchId).collect(Collectors.toSet());
        stage.observer().await("an answer to every launch", Stage.PATIENCE, () -> answered()
                .containsAll(ids));
    }

    private long answeredAt(String launchId) {
        return Stream.concat(
                        stage.observer().all(LaunchGranted.class).stream()
                                .filter(each -> each.body().getLaunchId().equals(launchId)),
                        stage.observer().all(LaunchRefused.class).stream()
                                .filter(each -> each.body().getLaunchId().equals(launchId)))
                .mapToLong(Seen::readNanos)
                .min()
                .orElseThrow();
    }
}
