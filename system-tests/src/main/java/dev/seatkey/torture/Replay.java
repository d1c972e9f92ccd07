package dev.seatkey.torture;

import dev.seatkey.localstack.outside.Readers;
import dev.seatkey.torture.fleet.Fleet;
import dev.seatkey.torture.fleet.Instance;

/** Makes a worker read all of its topics once more from the beginning. */
final class Replay {
    private final String bootstrapServers;
    private final Fleet fleet;

    Replay(String bootstrapServers, Fleet fleet) {
        this.bootstrapServers = bootstrapServers;
        this.fleet = fleet;
    }

    /** @param stopped is run when the worker has stopped and before it reads again */
    void of(String worker, Runnable stopped) {
        fleet.of(worker).forEach(Instance::stop);
        stopped.run();
        try (var readers = new Readers(bootstrapServers)) {
            readers.setBack(worker);
        }
        fleet.of(worker).forEach(Instance::startAgain);
    }
}
