package dev.seatkey.torture.fleet;

import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.torture.inside.CrashPoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One instance of a worker. It is ready, or on its way to it. */
public final class Instance implements AutoCloseable {
    private final String name;
    private final Worker worker;
    private final Armed armed;
    private final Executor starter;
    private volatile CompletableFuture<Void> ready;

    Instance(String name, Worker worker, Armed armed, Executor starter) {
        this.name = name;
        this.worker = worker;
        this.armed = armed;
        this.starter = starter;
        this.ready = CompletableFuture.runAsync(worker::awaitReady, starter);
    }

    /** Its worker's name and its number. */
    public String name() {
        return name;
    }

    /** The worker's name. */
    public String worker() {
        return worker.name();
    }

    /** Whether its process has ended and nobody starts it again. */
    public boolean isGone() {
        return ready.isDone() && !worker.isAlive();
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return worker.isAlive();
    }

    /** Whether its process runs and answers, be it ready or not. */
    public boolean isLive() {
        return worker.isLive();
    }

    /** Waits until it takes part; fails where it can't start. */
    public void awaitReady() {
        ready.join();
    }

    /** Ends its process at once. */
    public void kill() {
        worker.kill();
    }

    /** Makes it end itself at once where it next passes a point. */
    public void arm(CrashPoint point) {
        armed.at(point);
    }

    /** Makes it stand still where it next passes a point, until it is resumed. */
    public void holdUpAt(CrashPoint point) {
        armed.holdUpAt(point);
    }

    /** Whether it has come to the point that it was armed with. */
    public boolean isTripped() {
        return !armed.isWaiting();
    }

    /** Lets it pass again. */
    public void disarm() {
        armed.disarm();
    }

    /** Holds its process up. */
    public void pause() {
        worker.pause();
    }

    /** Lets its process go on. */
    public void resume() {
        worker.resume();
    }

    /** Stops it in good order. */
    public void stop() {
        worker.close();
    }

    /** Starts it again, whether it was killed or runs; comes back at once. */
    public void startAgain() {
        disarm();
        ready = CompletableFuture.runAsync(
                () -> {
                    worker.relaunch();
                    worker.awaitReady();
                },
                starter);
    }

    @Override
    public void close() {
        worker.close();
    }
}
