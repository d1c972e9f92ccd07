package dev.seatkey.torture.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.seatkey.localstack.child.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Somebody who connects, speaks and listens. */
final class Client implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;

    Client(int port) throws IOException {
        socket = new Socket(Ports.HOST, port);
        socket.setTcpNoDelay(true);
    }

    void say(String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(US_ASCII));
    }

    /** Listens for so many characters. */
    String hear(int length) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new String(socket.getInputStream().readNBytes(length), US_ASCII);
    }

    /** Everything that comes until the connection ends. */
    String hearToTheEnd() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    /** Whether nothing comes, while the connection stays open. */
    boolean hearsNothingFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            var heard = socket.getInputStream().read();
            throw new IllegalStateException(heard < 0 ? "the connection ended" : "heard " + (char) heard);
        } catch (SocketTimeoutException silence) {
            return true;
        }
    }

    void saysNoMore() throws IOException {
        socket.shutdownOutput();
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
