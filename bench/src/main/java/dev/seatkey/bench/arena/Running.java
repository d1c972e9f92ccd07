package dev.seatkey.bench.arena;

import java.util.List;

/**
 * A contestant at work.
 *
 * @param processes what is to be stopped when it has done its job
 */
public record Running(Contestant contestant, List<AutoCloseable> processes) implements AutoCloseable {
    public Running {
        processes = List.copyOf(processes);
    }

    @Override
    public void close() {
        for (var process : processes) {
            try {
                process.close();
            } catch (Exception broken) {
                throw new IllegalStateException(contestant.name() + " does not stop", broken);
            }
        }
    }
}
