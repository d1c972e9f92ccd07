package dev.seatkey.localstack.child;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine's loopback address, on which all of the local stack listens. */
public final class Ports {
    /** The address that everything listens on: reachable from this machine only. */
    public static final String HOST = "127.0.0.1";

    private static final int FIRST = 15_000;
    private static final int END = 32_768;
    private static final int MOST_TRIES = 10_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listens on now, another one at each call. It lies below those that systems give to outgoing connections, so
     * that it stays free while the server that it is for is away.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(MOST_TRIES, FIRST, END)
                .filter(Ports::isFree)
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port is free between " + FIRST + " and " + END));
    }

    /** Whether nobody listens on a port. */
    public static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
