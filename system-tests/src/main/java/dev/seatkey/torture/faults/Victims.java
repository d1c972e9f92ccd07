package dev.seatkey.torture.faults;

import dev.seatkey.localstack.components.Components;
import dev.seatkey.torture.fleet.Fleet;
import dev.seatkey.torture.network.MailProxy;
import dev.seatkey.torture.network.Proxy;
import java.util.Optional;

/**
 * What faults can strike.
 *
 * @param components broker, registry, store and mail server
 * @param fleet the workers
 * @param store the network between the workers and the store
 * @param registry the network between the workers and the registry
 * @param mail the network between the workers and the mail server
 * @param storeProcess the store's process, where it has one that can be killed
 * @param struck is told at the moment of the blow
 */
public record Victims(
        Components components,
        Fleet fleet,
        Proxy store,
        Proxy registry,
        MailProxy mail,
        Optional<StoreProcess> storeProcess,
        Runnable struck) {}
