package dev.seatkey.torture.faults;

import dev.seatkey.localstack.components.Components;
import dev.seatkey.torture.fleet.Fleet;
import dev.seatkey.torture.network.Network;
import java.util.Optional;

/**
 * What faults can strike.
 *
 * @param components broker, registry, store and mail server
 * @param fleet the workers
 * @param network what lies between them
 * @param storeProcess the store's process, where it has one that can be killed
 * @param struck is told at the moment of the blow
 */
public record Victims(
        Components components, Fleet fleet, Network network, Optional<StoreProcess> storeProcess, Runnable struck) {}
