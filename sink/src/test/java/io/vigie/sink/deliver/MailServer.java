package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** As much of an SMTP server (RFC 5321) as a client needs to see, one connection at a time; some replies are others. */
final class MailServer implements AutoCloseable {

    /** Instead of a reply: the connection ends. */
    static final String HANG_UP = "hang up";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> replies;

    /**
     * A server on a free port.
     *
     * @param replies by the start of a command in upper case, {@code .} for the end of a message
     */
    MailServer(Map<String, String> replies) throws IOException {
        this.replies = replies;
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
                    Writer out = new OutputStreamWriter(connection.getOutputStream(), UTF_8)) {
                converse(in, out);
            } catch (IOException e) {
                // That client is gone; the next one comes.
            }
        }
    }

    private void converse(BufferedReader in, Writer out) throws IOException {
        say(out, "220 mail.example ESMTP");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO")) {
                say(out, "250-mail.example\r\n250 8BITMIME");
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                read(in);
                reply(out, ".", "250 taken");
            } else if (command.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                reply(out, command, "250 ok");
            }
        }
    }

    private void read(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        messages.add(message.toString());
    }

    private void reply(Writer out, String command, String usual) throws IOException {
        UnaryOperator<String> choose = start -> command.startsWith(start) ? replies.get(start) : null;
        String reply = replies.keySet().stream()
                .map(choose)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(usual);
        if (reply.equals(HANG_UP)) {
            throw new IOException("hangs up, as it was told to");
        }
        say(out, reply);
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort();
    }

    List<String> messages() {
        return messages;
    }

    List<String> commands() {
        return commands;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
