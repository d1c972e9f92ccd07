package dev.seatkey.torture.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes bytes between clients and a server, with all connections on one thread, which also carries out every order. */
final class Relay implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int LARGEST_CHUNK = 1 << 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long TIME_TO_OBEY = 10;

    private final Selector selector;
    private final ServerSocketChannel entrance;
    private final InetSocketAddress target;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_CHUNK);
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final Set<Link> links = new HashSet<>();
    private Conditions conditions = Conditions.HEALTHY;
    private boolean open = true;

    Relay(ServerSocketChannel entrance, InetSocketAddress target) throws IOException {
        this.selector = Selector.open();
        this.entrance = entrance;
        this.target = target;
        entrance.configureBlocking(false);
        entrance.register(selector, SelectionKey.OP_ACCEPT);
    }

    void change(UnaryOperator<Conditions> how) {
        obey(() -> {
            conditions = how.apply(conditions);
            if (conditions.refusing()) {
                cutLinks();
            }
        });
    }

    void breakReplies() {
        obey(() -> links.forEach(Link::breakNextReply));
    }

    void heal() {
        obey(() -> {
            conditions = Conditions.HEALTHY;
            links.forEach(Link::heal);
        });
    }

    void cutAll() {
        obey(this::cutLinks);
    }

    void stop() {
        obey(() -> open = false);
    }

    @Override
    public void run() {
        try (selector;
                entrance) {
            while (open) {
                selector.select(this::handle, untilNextArrival());
                var obeyed = carryOutOrders();
                if (obeyed || isSlow()) {
                    List.copyOf(links).forEach(link -> go(link, () -> link.tend(conditions)));
                }
            }
            cutLinks();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void handle(SelectionKey ready) {
        if (ready.attachment() instanceof Link link) {
            // The other of its two sides may have been the end of it, a moment ago.
            if (links.contains(link)) {
                go(link, () -> link.handle(ready, buffer, conditions));
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            var client = entrance.accept();
            if (client == null) {
                return;
            }
            if (conditions.refusing()) {
                Link.reset(client);
            } else {
                links.add(Link.connect(selector, client, target));
            }
        } catch (IOException goneAlready) {
            LOG.debug("A client went away", goneAlready);
        }
    }

    private void go(Link link, Action action) {
        try {
            action.run();
            if (link.isOver()) {
                links.remove(link);
                link.close();
            }
        } catch (IOException lost) {
            LOG.debug("A connection to {} was lost", target, lost);
            links.remove(link);
            link.cut();
        }
    }

    private boolean carryOutOrders() {
        var obeyed = false;
        for (var order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
            obeyed = true;
        }
        return obeyed;
    }

    private void cutLinks() {
        links.forEach(Link::cut);
        links.clear();
    }

    private boolean isSlow() {
        return !conditions.delay().isZero() && !conditions.stalled();
    }

    /** In milliseconds, at least one. */
    private long untilNextArrival() {
        var nanos = LONGEST_WAIT.toNanos();
        if (isSlow()) {
            for (var link : links) {
                nanos = Math.min(nanos, link.untilNextArrival());
            }
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private void obey(Runnable order) {
        var done = new CompletableFuture<Void>();
        orders.add(() -> {
            order.run();
            done.complete(null);
        });
        selector.wakeup();
        done.orTimeout(TIME_TO_OBEY, TimeUnit.SECONDS).join();
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
