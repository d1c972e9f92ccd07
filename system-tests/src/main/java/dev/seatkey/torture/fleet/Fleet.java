package dev.seatkey.torture.fleet;

import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.stack.StackPorts;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.torture.inside.BrokenVariant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several instances of each worker. */
public final class Fleet implements AutoCloseable {
    private static final int STARTS_AT_ONCE = 2;

    private final Surroundings surroundings;
    private final Path directory;
    private final @Nullable BrokenVariant broken;
    private final ExecutorService starter = Executors.newFixedThreadPool(STARTS_AT_ONCE);
    private final List<Instance> instances = new ArrayList<>();

    private Fleet(Surroundings surroundings, Path directory, @Nullable BrokenVariant broken) {
        this.surroundings = surroundings;
        this.directory = directory;
        this.broken = broken;
    }

    /**
     * Starts the instances and waits until all take part.
     *
     * @param surroundings where they find what they stand on
     * @param directory for their logs
     * @param ofEach how many instances of each worker
     * @param broken a mistake to build into them, or none
     */
    public static Fleet start(Surroundings surroundings, Path directory, int ofEach, @Nullable BrokenVariant broken) {
        var fleet = new Fleet(surroundings, directory, broken);
        StackPorts.WORKERS.forEach(worker ->
                IntStream.rangeClosed(1, ofEach).forEach(number -> fleet.instances.add(fleet.launch(worker, number))));
        fleet.instances.forEach(Instance::awaitReady);
        return fleet;
    }

    /** All instances. */
    public List<Instance> all() {
        return List.copyOf(instances);
    }

    /** The instances of a worker. */
    public List<Instance> of(String worker) {
        return instances.stream().filter(each -> each.worker().equals(worker)).toList();
    }

    /** One instance of a worker; numbers begin with 1. */
    public Instance instance(String worker, int number) {
        return of(worker).get(number - 1);
    }

    /** Starts one more instance of a worker, for a while: the caller closes it. */
    public Instance oneMore(String worker) {
        return launch(worker, of(worker).size() + 1);
    }

    /** Starts again what doesn't run and waits until all take part. */
    public void heal() {
        instances.forEach(Instance::disarm);
        instances.stream().filter(Instance::isGone).forEach(Instance::startAgain);
        instances.forEach(Instance::awaitReady);
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(Instance::close);
        starter.shutdownNow();
    }

    private Instance launch(String worker, int number) {
        var name = worker + "-" + number;
        var armed = new Armed(directory.resolve(name + ".armed"));
        var extras = broken != null && broken.workers().contains(worker)
                ? InsideJar.extras(armed, broken)
                : InsideJar.extras(armed);
        return new Instance(
                name,
                Worker.launch(
                        worker,
                        Ports.free(),
                        directory.resolve(name + ".log"),
                        surroundings.settingsOf(worker, name),
                        extras),
                armed,
                starter);
    }
}
