package dev.seatkey.bench.arena;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.child.ChildProcess;
import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.components.ComponentPorts;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.Directories;
import dev.seatkey.localstack.components.StartListener;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.schemas.Topic;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.bson.UuidRepresentation;

/** What all contestants share: one broker, one registry, one store, and one way to start a process. */
public final class Arena implements AutoCloseable {
    /** The serial collector, all compilers, a small heap. The same for all opponents. */
    private static final List<String> JVM_OPTIONS = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");

    /** The local stack starts a worker with less than a third of that heap, divided as {@link Worker} says, but not with all compilers. */
    private static final List<String> WORKER_JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=4");

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Components components;
    private final StackClock clock;
    private final Surroundings surroundings;
    private final Path directory;
    private final Admin admin;
    private final MongoClient store;

    private Arena(Components components, StackClock clock, Path directory) {
        this.components = components;
        this.clock = clock;
        this.surroundings = Surroundings.of(components, clock);
        this.directory = directory;
        this.admin = Admin.create(Map.of("bootstrap.servers", surroundings.broker()));
        this.store = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(surroundings.store()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    /**
     * Starts the components.
     *
     * @param directory for data and logs; what is in it is deleted first
     * @param listener hears what is ready
     */
    public static Arena open(Path directory, StartListener listener) {
        Directories.empty(directory);
        var components = Components.start(ComponentPorts.free(), directory, listener);
        return new Arena(components, StackClock.startedIn(directory.resolve("clock")), directory);
    }

    /** Where everything is. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Time that the broker took of the processors so far. */
    public Duration brokersProcessorTime() {
        return Processes.processorTime(components.broker().pids());
    }

    public StackClock clock() {
        return clock;
    }

    public MongoClient store() {
        return store;
    }

    /** A file or folder of this run. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Makes an opponent's own topics, with as many partitions as those of the contracts have. */
    public void createTopics(String prefix, Collection<Topic> likeThese) {
        createTopics(likeThese.stream().collect(Collectors.toMap(topic -> prefix + topic.name(), Topic::partitions)));
    }

    /** Makes topics of so many partitions; one that is used before it is served can stall its first writer, so each is asked for first. */
    public void createTopics(Map<String, Integer> partitions) {
        try {
            admin.createTopics(partitions.entrySet().stream()
                            .map(each -> new NewTopic(each.getKey(), Optional.of(each.getValue()), Optional.empty()))
                            .toList())
                    .all()
                    .get();
            while (!areKnown(partitions.keySet())) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while making topics", asked);
        }
    }

    /** The partitions that each member of a consumer group reads. */
    public List<Set<Integer>> partitionsByMember(String group) {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(described -> described.members().stream())
                    .map(member -> member.assignment().topicPartitions().stream()
                            .map(TopicPartition::partition)
                            .collect(Collectors.toSet()))
                    .toList();
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while asking who reads what", asked);
        }
    }

    /** A broker that is busy may not know a new topic for a moment. */
    private boolean areKnown(Collection<String> names) throws ExecutionException, InterruptedException {
        try {
            admin.describeTopics(names).allTopicNames().get();
            return true;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw refused;
        }
    }

    /** Starts a worker as the product does and waits until it is ready. */
    public Worker startWorker(String name) {
        return startWorker(name, surroundings);
    }

    /** Starts a worker that finds things elsewhere, and waits until it is ready. */
    public Worker startWorker(String name, Surroundings where) {
        var worker = launchWorker(name, where);
        worker.awaitReady();
        return worker;
    }

    /** Starts a worker without waiting for it. */
    public Worker launchWorker(String name, Surroundings where) {
        return Worker.launch(
                name,
                Ports.free(),
                directory.resolve(name + ".log"),
                where.settingsOf(name, "bench-" + UUID.randomUUID()),
                new Worker.Extras(List.of(), WORKER_JVM_OPTIONS));
    }

    /** Starts an opponent, without waiting for it. */
    public ChildProcess startOpponent(String name, Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(JVM_OPTIONS);
        command.addAll(Worker.COMPILE_LATER);
        command.addAll(List.of("-Dlogback.configurationFile=child-logback.xml", "-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return ChildProcess.start(name, directory.resolve(name + ".log"), Map.of(), command);
    }

    /** The class path of the opponents: that of this module. */
    public static String classPath() {
        var bench = Built.checkout().resolve("bench").resolve("target");
        return Stream.of(
                        Built.single(bench, "bench-*SNAPSHOT.jar").toString(),
                        Built.single(Built.checkout().resolve("schemas").resolve("target"), "schemas-*.jar")
                                .toString(),
                        Built.single(
                                        Built.checkout()
                                                .resolve("confluent-client")
                                                .resolve("target"),
                                        "confluent-client-*.jar")
                                .toString(),
                        bench.resolve("lib").resolve("*").toString(),
                        Built.classPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        store.close();
        admin.close();
        components.close();
    }
}
