package dev.seatkey.torture.network;

import dev.seatkey.localstack.child.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server with moods: passes SMTP on to a real one, and can refuse recipients, be slow, or take a mail and never say so.
 * A refusal or loss of answers replaces the other; slowness comes on top. What the network does to mail, a {@link Proxy} in
 * front of it can do. Any thread may use it.
 */
public final class MailProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailProxy.class);

    private final ServerSocket entrance;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Temper temper = new Temper();
    private final ExecutorService threads;

    private MailProxy(ServerSocket entrance, InetSocketAddress target) {
        this.entrance = entrance;
        this.target = target;
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "mail-proxy-" + entrance.getLocalPort());
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::acceptAll);
    }

    /** Stands in front of a mail server, at a port that is free. */
    public static MailProxy to(String host, int port) {
        return to(host, port, 0);
    }

    /**
     * Stands in front of a mail server.
     *
     * @param listenPort where clients find it, on the loopback address
     * @throws UncheckedIOException if the port is taken
     */
    public static MailProxy to(String host, int port, int listenPort) {
        try {
            var entrance = new ServerSocket();
            entrance.setReuseAddress(true);
            entrance.bind(new InetSocketAddress(Ports.HOST, listenPort));
            return new MailProxy(entrance, new InetSocketAddress(host, port));
        } catch (IOException unable) {
            throw new UncheckedIOException("No mail proxy can listen at port " + listenPort, unable);
        }
    }

    /** Where clients find it, on the loopback address. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Refuses every recipient for now (451). */
    public void refuseForNow() {
        temper.is(Temper.Mood.REFUSING_FOR_NOW);
    }

    /** Refuses every recipient for good (550). */
    public void refuseForGood() {
        temper.is(Temper.Mood.REFUSING_FOR_GOOD);
    }

    /** Lets every mail be delivered, and breaks off in place of the answer to it. */
    public void dropAfterData() {
        temper.is(Temper.Mood.LOSING_ANSWERS);
    }

    /** Takes this much longer for each answer. */
    public void slow(Duration longer) {
        temper.takes(longer);
    }

    /** Ends every fault. */
    public void heal() {
        temper.is(Temper.Mood.WILLING);
        temper.takes(Duration.ZERO);
    }

    /** How many mails were delivered without the client being told, so far. */
    public int answersLost() {
        return temper.answersLost();
    }

    /** Breaks every connection off and listens no more. */
    @Override
    public void close() {
        threads.shutdownNow();
        closeQuietly(entrance);
        open.forEach(MailProxy::closeQuietly);
    }

    private void acceptAll() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                threads.execute(() -> talk(client));
            } catch (IOException gone) {
                LOG.debug("A client went away, or this closes", gone);
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var server = new Socket()) {
            open.add(client);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(target);
            new Conversation(client, server, temper).run();
        } catch (IOException broken) {
            LOG.debug("A conversation with {} broke off", target, broken);
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            LOG.debug("A connection was closed already", closedAlready);
        }
    }
}
