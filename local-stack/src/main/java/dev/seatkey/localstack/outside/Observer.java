package dev.seatkey.localstack.outside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Reads everything that is committed to every topic, from the beginning on, and keeps it. */
public final class Observer implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Map<Class<?>, List<Seen<?>>> seen = new ConcurrentHashMap<>();
    private final TopicTail tail;

    public Observer(String bootstrapServers, String registryUrl) {
        tail = TopicTail.start(bootstrapServers, registryUrl, this::keep);
    }

    /** All records of a type, those of one partition in their order. */
    public <T> List<Seen<T>> all(Class<T> type) {
        var ofType = seen.getOrDefault(type, List.of());
        synchronized (ofType) {
            return ofType.stream().map(each -> each.as(type)).toList();
        }
    }

    /** The bodies of all records of a type that fit. */
    public <T> List<T> bodies(Class<T> type, Predicate<T> fits) {
        return all(type).stream().map(Seen::body).filter(fits).toList();
    }

    /** All dead letters, of every topic and reader. */
    public List<Seen<byte[]>> deadLetters() {
        return all(byte[].class);
    }

    /**
     * Waits until something has come out.
     *
     * @throws IllegalStateException if it takes too long
     */
    public void await(String what, Duration atMost, BooleanSupplier condition) {
        if (!comesTrue(atMost, condition)) {
            throw new IllegalStateException("Waited for " + atMost.toSeconds() + " s in vain: " + what);
        }
    }

    /** Waits until something is true, and tells whether it came true in time. */
    public boolean comesTrue(Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    @Override
    public void close() {
        tail.close();
    }

    private void keep(Seen<?> record) {
        var ofType = seen.computeIfAbsent(record.body().getClass(), unknown -> new ArrayList<>());
        synchronized (ofType) {
            ofType.add(record);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SHORT.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", asked);
        }
    }
}
