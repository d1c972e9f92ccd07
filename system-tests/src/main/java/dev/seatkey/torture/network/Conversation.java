package dev.seatkey.torture.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.seatkey.torture.network.Temper.Mood;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** One SMTP conversation (RFC 5321), passed on line by line: each command waits for its reply, there is no pipelining. */
final class Conversation {
    private static final String END_OF_MAIL = ".\r\n";
    private static final int CODE = 3;

    private final Socket client;
    private final Temper temper;
    private final InputStream fromClient;
    private final OutputStream toClient;
    private final InputStream fromServer;
    private final OutputStream toServer;

    Conversation(Socket client, Socket server, Temper temper) throws IOException {
        this.client = client;
        this.temper = temper;
        this.fromClient = new BufferedInputStream(client.getInputStream());
        this.toClient = new BufferedOutputStream(client.getOutputStream());
        this.fromServer = new BufferedInputStream(server.getInputStream());
        this.toServer = new BufferedOutputStream(server.getOutputStream());
    }

    /**
     * Passes everything on.
     *
     * @throws EOFException when one side ends it
     * @throws IOException when one side or this one breaks it off
     */
    void run() throws IOException {
        answer(reply());
        while (true) {
            var command = line(fromClient);
            var reply = replyTo(command);
            answer(reply);
            if (isA("DATA", command) && reply.startsWith("354")) {
                handMailOver();
            }
        }
    }

    private String replyTo(String command) throws IOException {
        if (isA("RCPT", command) && temper.mood() == Mood.REFUSING_FOR_NOW) {
            return "451 4.3.2 Not now\r\n";
        }
        if (isA("RCPT", command) && temper.mood() == Mood.REFUSING_FOR_GOOD) {
            return "550 5.1.1 Nobody here\r\n";
        }
        toServer.write(bytes(command));
        toServer.flush();
        return reply();
    }

    private void handMailOver() throws IOException {
        String line;
        do {
            line = line(fromClient);
            toServer.write(bytes(line));
        } while (!line.equals(END_OF_MAIL));
        toServer.flush();
        var reply = reply();
        if (temper.mood() == Mood.LOSING_ANSWERS) {
            temper.hasLostAnAnswer();
            client.setSoLinger(true, 0);
            throw new EOFException("broken off in place of " + reply.strip());
        }
        answer(reply);
    }

    /** The server's reply, all its lines: the last has a space after its code. */
    private String reply() throws IOException {
        var all = new StringBuilder();
        String line;
        do {
            line = line(fromServer);
            all.append(line);
        } while (line.length() > CODE && line.charAt(CODE) == '-');
        return all.toString();
    }

    private void answer(String reply) throws IOException {
        LockSupport.parkNanos(temper.delay().toNanos());
        toClient.write(bytes(reply));
        toClient.flush();
    }

    private static boolean isA(String verb, String command) {
        return command.toUpperCase(Locale.ROOT).startsWith(verb);
    }

    private static String line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        int next;
        do {
            next = from.read();
            if (next < 0) {
                throw new EOFException("ended by the other side");
            }
            line.write(next);
        } while (next != '\n');
        return line.toString(ISO_8859_1);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(ISO_8859_1);
    }
}
