package dev.seatkey.torture;

import dev.seatkey.torture.fleet.Fleet;
import dev.seatkey.torture.fleet.Instance;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

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
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (GroupListing group : admin.listGroups().all().get()) {
                if (group.groupId().startsWith(worker + ".")) {
                    rewind(admin, group.groupId());
                }
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The offsets of " + worker + " could not be set back", refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the midst of a replay", asked);
        }
        fleet.of(worker).forEach(Instance::startAgain);
    }

    private static void rewind(Admin admin, String group) throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        admin.alterConsumerGroupOffsets(
                        group,
                        offsets.keySet().stream()
                                .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(0))))
                .all()
                .get();
    }
}
