package dev.seatkey.torture.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection and the one that was made to the server for it. */
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final SocketChannel client;
    private final SocketChannel server;
    private final SelectionKey clientKey;
    private final SelectionKey serverKey;
    private final Flow requests;
    private final Flow replies;

    private Link(Selector selector, SocketChannel client, SocketChannel server) throws IOException {
        this.client = client;
        this.server = server;
        this.requests = new Flow(client, server);
        this.replies = new Flow(server, client);
        this.clientKey = client.register(selector, 0, this);
        this.serverKey = server.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Connects a client to a server, without waiting for the server. */
    static Link connect(Selector selector, SocketChannel client, InetSocketAddress target) throws IOException {
        var server = SocketChannel.open();
        for (var side : new SocketChannel[] {client, server}) {
            side.configureBlocking(false);
            side.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        var link = new Link(selector, client, server);
        server.connect(target);
        return link;
    }

    /** Breaks a connection off, as if the host on the other side had lost it. */
    static void reset(SocketChannel side) {
        try (side) {
            side.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException closedAlready) {
            LOG.debug("A connection was closed already", closedAlready);
        }
    }

    /** Does what one of the two sides is ready for, and tends to both. */
    void handle(SelectionKey ready, ByteBuffer buffer, Conditions conditions) throws IOException {
        if (ready.isConnectable()) {
            server.finishConnect();
        }
        if (ready.isReadable()) {
            (ready == clientKey ? requests : replies).take(buffer, conditions.delay());
        }
        tend(conditions);
    }

    void breakNextReply() {
        replies.breakNext();
    }

    void heal() {
        requests.heal();
        replies.heal();
    }

    /** Passes on what has been on its way long enough, and says what to wait for. */
    void tend(Conditions conditions) throws IOException {
        if (!server.isConnected()) {
            return;
        }
        if (conditions.stalled()) {
            clientKey.interestOps(0);
            serverKey.interestOps(0);
            return;
        }
        requests.flush();
        replies.flush();
        clientKey.interestOps(interest(requests, replies));
        serverKey.interestOps(interest(replies, requests));
    }

    /** In how many nanoseconds something arrives that is not held up. */
    long untilNextArrival() {
        return Math.min(requests.untilNextArrival(), replies.untilNextArrival());
    }

    /** Whether nothing more can come of it. */
    boolean isOver() {
        return replies.isBroken() || requests.isOver() && replies.isOver();
    }

    /** Ends it in good order on the client's side, so that the client gets what has passed. */
    void close() throws IOException {
        client.close();
        reset(server);
    }

    /** Breaks it off for both sides. */
    void cut() {
        reset(client);
        reset(server);
    }

    private static int interest(Flow incoming, Flow outgoing) {
        return (incoming.wantsMore() ? SelectionKey.OP_READ : 0) | (outgoing.isHeldUp() ? SelectionKey.OP_WRITE : 0);
    }
}
