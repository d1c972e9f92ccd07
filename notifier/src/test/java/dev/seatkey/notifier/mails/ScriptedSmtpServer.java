package dev.seatkey.notifier.mails;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers as a test says, where real ones would not: refusals, broken lines, silence. */
final class ScriptedSmtpServer implements AutoCloseable {
    /** Instead of an answer, the line breaks. */
    static final String BREAK = "break";

    /** Instead of an answer, silence until the other side gives up. */
    static final String SILENCE = "silence";

    private static final String END_OF_DATA = ".";

    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GREETING",
            "220 ready",
            "EHLO",
            "250 hello",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            END_OF_DATA,
            "250 taken",
            "QUIT",
            "221 bye"));
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket socket;

    ScriptedSmtpServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::acceptAll, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on, answers this verb so; {@code .} is the end of a mail's content. */
    void answer(String verb, String answer) {
        answers.put(verb, answer);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The content of every mail that reached it whole, taken or not. */
    List<String> messages() {
        return messages;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.incrementAndGet();
                talk(connection);
            } catch (IOException e) {
                // The other side went away, or this one closes.
                continue;
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        OutputStream out = connection.getOutputStream();
        boolean open = say(out, in, "GREETING");
        while (open) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            String verb = line.split("[ :]", 2)[0];
            open = say(out, in, verb);
            if (open && verb.equals("DATA") && answerTo("DATA").startsWith("354")) {
                messages.add(content(in));
                open = say(out, in, END_OF_DATA);
            }
            open = open && !verb.equals("QUIT");
        }
    }

    private boolean say(OutputStream out, BufferedReader in, String verb) throws IOException {
        String answer = answerTo(verb);
        if (answer.equals(SILENCE)) {
            while (in.readLine() != null) {
                // Nothing that is said now is answered.
            }
            return false;
        }
        if (answer.equals(BREAK)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(UTF_8));
        out.flush();
        return true;
    }

    private String answerTo(String verb) {
        @Nullable String answer = answers.get(verb);
        return answer == null ? "250 ok" : answer;
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals(END_OF_DATA); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }
}
