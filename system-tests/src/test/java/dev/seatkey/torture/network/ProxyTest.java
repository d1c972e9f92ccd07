package dev.seatkey.torture.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.localstack.child.Ports;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A proxy in front of a server that echoes")
class ProxyTest {
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private EchoServer server;
    private Proxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new EchoServer();
        proxy = Proxy.to(Ports.HOST, server.port());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    @DisplayName("passes on what both sides say, however much it is")
    void passesOn() throws IOException {
        // given more than any buffer on the way holds
        var much = new byte[20_000_000];
        new Random(1).nextBytes(much);
        try (var client = new Client(proxy.port())) {
            // when a client says it while it does not listen yet
            var said = CompletableFuture.runAsync(() -> {
                try {
                    client.socket().getOutputStream().write(much);
                    client.saysNoMore();
                } catch (IOException cut) {
                    throw new IllegalStateException(cut);
                }
            });

            // then it hears all of it, and the end
            assertThat(client.socket().getInputStream().readAllBytes()).isEqualTo(much);
            said.join();
        }
    }

    @Test
    @DisplayName("carries thousands of small messages a second")
    void isNoBottleneck() throws IOException {
        try (var client = new Client(proxy.port())) {
            // when a client waits for each answer before it speaks again
            var from = System.nanoTime();
            for (var i = 0; i < 5_000; i++) {
                client.say("ping");
                assertThat(client.hear(4)).isEqualTo("ping");
            }

            // then it takes far less than a millisecond each
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    @DisplayName("refuses: cuts who is there, lets nobody in, until it is healed")
    void refuses() throws IOException {
        try (var before = aClient()) {
            // when
            proxy.refuse();

            // then
            assertThatThrownBy(() -> before.hear(1)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> {
                        try (var after = new Client(proxy.port())) {
                            after.say("anybody?");
                            after.hear(1);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }

        // when
        proxy.heal();

        // then
        aClient().close();
    }

    @Test
    @DisplayName("cuts everybody, once")
    void cutsAll() throws IOException {
        try (var one = aClient();
                var two = aClient()) {
            // when
            proxy.cutAll();

            // then
            assertThatThrownBy(() -> one.hear(1)).isInstanceOf(SocketException.class);
            assertThatThrownBy(() -> two.hear(1)).isInstanceOf(SocketException.class);
            aClient().close();
        }
    }

    @Test
    @DisplayName("cuts in the midst of the next reply, and only who was there")
    void cutsMidReply() throws IOException {
        try (var client = aClient()) {
            // when
            proxy.cutMidReply();
            client.say("half of this");

            // then
            assertThat(client.hearToTheEnd()).isEqualTo("half o");
            aClient().close();
        }
    }

    @Test
    @DisplayName("cuts no reply any more once it is healed")
    void cutsNothingWhenHealed() throws IOException {
        try (var client = aClient()) {
            // when
            proxy.cutMidReply();
            proxy.heal();
            client.say("all of this");

            // then
            assertThat(client.hear(11)).isEqualTo("all of this");
        }
    }

    @Test
    @DisplayName("stalls: nothing passes, nothing is cut, and nothing is lost")
    void stalls() throws IOException {
        try (var before = aClient()) {
            // when
            proxy.stall();
            before.say("hello?");

            // then
            try (var after = new Client(proxy.port())) {
                after.say("and me");
                assertThat(before.hearsNothingFor(A_WHILE)).isTrue();
                assertThat(after.hearsNothingFor(A_WHILE)).isTrue();

                // when
                proxy.heal();

                // then
                assertThat(before.hear(6)).isEqualTo("hello?");
                assertThat(after.hear(6)).isEqualTo("and me");
            }
        }
    }

    @Test
    @DisplayName("is slow in both directions, and keeps the order")
    void isSlow() throws IOException {
        try (var client = aClient()) {
            // when
            proxy.slow(A_WHILE);
            var from = System.nanoTime();
            for (var i = 0; i < 10; i++) {
                client.say(String.valueOf(i));
            }

            // then
            assertThat(client.hear(10)).isEqualTo("0123456789");
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isBetween(A_WHILE.multipliedBy(2), A_WHILE.multipliedBy(4));

            // when what is still under way is healed
            client.say("late");
            proxy.heal();
            client.say("r");

            // then
            assertThat(client.hear(5)).isEqualTo("later");
        }
    }

    @Test
    @DisplayName("tells the client when its server is away, and goes on when it is back")
    void outlivesItsServer() throws IOException {
        try (var nobody = Proxy.to(Ports.HOST, Ports.free())) {
            assertThatThrownBy(() -> {
                        try (var client = new Client(nobody.port())) {
                            client.say("anybody?");
                            client.hear(1);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    @DisplayName("can be given its port")
    void listensWhereItIsTold() throws IOException {
        var port = Ports.free();
        try (var other = Proxy.to(Ports.HOST, server.port(), port)) {
            assertThat(other.port()).isEqualTo(port);
            new Client(port).close();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    @DisplayName("takes any order at any time from anybody, and works after it")
    void bearsEverything() throws IOException {
        // given
        var orders = IntStream.range(0, 4)
                .mapToObj(who -> CompletableFuture.runAsync(() -> disturb(new Random(who))))
                .toArray(CompletableFuture[]::new);
        var all = CompletableFuture.allOf(orders);

        // when clients come and speak while everything happens to them
        while (!all.isDone()) {
            try (var client = new Client(proxy.port())) {
                client.say("does this arrive?");
                client.socket().setSoTimeout(5);
                client.socket().getInputStream().readNBytes(17);
            } catch (IOException expected) {
                assertThat(expected).isInstanceOfAny(SocketException.class, java.net.SocketTimeoutException.class);
            }
        }
        all.join();
        proxy.heal();

        // then
        aClient().close();
    }

    private void disturb(Random random) {
        for (var i = 0; i < 200; i++) {
            switch (random.nextInt(6)) {
                case 0 -> proxy.refuse();
                case 1 -> proxy.stall();
                case 2 -> proxy.slow(Duration.ofMillis(random.nextInt(20)));
                case 3 -> proxy.cutAll();
                case 4 -> proxy.cutMidReply();
                default -> proxy.heal();
            }
        }
    }

    /** One who has been answered already. */
    private Client aClient() throws IOException {
        var client = new Client(proxy.port());
        client.say("hi");
        assertThat(client.hear(2)).isEqualTo("hi");
        return client;
    }
}
