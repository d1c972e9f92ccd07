package dev.seatkey.torture.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers everybody with what they say. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "echo");
        thread.setDaemon(true);
        return thread;
    });

    EchoServer() throws IOException {
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::acceptAll);
    }

    int port() {
        return entrance.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void acceptAll() {
        try {
            while (true) {
                var connection = entrance.accept();
                connection.setTcpNoDelay(true);
                threads.execute(() -> echo(connection));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private static void echo(Socket connection) {
        try (connection) {
            var unused = connection.getInputStream().transferTo(connection.getOutputStream());
        } catch (IOException cut) {
            // That is what the proxy is for.
            return;
        }
    }
}
