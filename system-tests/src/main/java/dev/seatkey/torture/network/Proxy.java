package dev.seatkey.torture.network;

import dev.seatkey.localstack.child.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;

/**
 * The network in front of a server: passes every connection on, and can lose, hold and delay what goes over it. Faults add up
 * until they are healed; what was ordered is in force when the method returns. Any thread may use it.
 */
public final class Proxy implements AutoCloseable {
    private final int port;
    private final Relay relay;
    private final Thread thread;

    private Proxy(int port, Relay relay) {
        this.port = port;
        this.relay = relay;
        this.thread = new Thread(relay, "proxy-" + port);
        thread.setDaemon(true);
        thread.start();
    }

    /** Stands in front of a server, at a port that is free. */
    public static Proxy to(String host, int port) {
        return to(host, port, 0);
    }

    /**
     * Stands in front of a server; the server may be started later.
     *
     * @param listenPort where clients find it, on the loopback address
     * @throws UncheckedIOException if the port is taken
     */
    public static Proxy to(String host, int port, int listenPort) {
        try {
            var entrance = ServerSocketChannel.open();
            entrance.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            entrance.bind(new InetSocketAddress(Ports.HOST, listenPort));
            var taken = ((InetSocketAddress) entrance.getLocalAddress()).getPort();
            return new Proxy(taken, new Relay(entrance, new InetSocketAddress(host, port)));
        } catch (IOException unable) {
            throw new UncheckedIOException("No proxy can listen at port " + listenPort, unable);
        }
    }

    /** Where clients find it, on the loopback address. */
    public int port() {
        return port;
    }

    /** The server seems away: connections are cut, and new ones are closed at once. */
    public void refuse() {
        relay.change(Conditions::thatRefuse);
    }

    /** The network seems dead: nothing passes, and nobody is told. */
    public void stall() {
        relay.change(Conditions::thatStall);
    }

    /** Everything takes this much longer, in each direction, and keeps its order. */
    public void slow(Duration delay) {
        relay.change(now -> now.withDelay(delay));
    }

    /** Cuts every connection that there is now. */
    public void cutAll() {
        relay.cutAll();
    }

    /** Cuts each connection that there is now in the midst of the next reply, when half of it has passed. */
    public void cutMidReply() {
        relay.breakReplies();
    }

    /** Ends every fault; what was held or delayed goes on at once. */
    public void heal() {
        relay.heal();
    }

    /** Cuts every connection and listens no more. */
    @Override
    public void close() {
        if (!thread.isAlive()) {
            return;
        }
        relay.stop();
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
