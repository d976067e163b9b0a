package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.sink.Authority;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** As much of an SMTP server (RFC 5321) as a client needs to see; some replies are others. */
final class MailServer implements AutoCloseable {

    /** Instead of a reply: the connection ends. */
    static final String HANG_UP = "hang up";

    /** Instead of a reply: none. */
    static final String SILENCE = "silence";

    /** Instead of a reply: one line after the other, each in good time, and never the last. */
    static final String DAWDLE = "dawdle";

    /** The start of a conversation, which a reply can be given to as well. */
    static final String GREETING = "GREETING";

    /** When a connection is secured. */
    enum Tls {
        NEVER,
        ON_REQUEST,
        FROM_THE_START
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> replies;
    private final Tls tls;
    private final @Nullable Authority authority;

    /**
     * A server on a free port.
     *
     * @param replies by the start of a command in upper case, {@code .} for the end of a message
     */
    MailServer(Map<String, String> replies) throws IOException {
        this(replies, Tls.NEVER, null);
    }

    MailServer(Map<String, String> replies, Tls tls, @Nullable Authority authority) throws IOException {
        this.replies = replies;
        this.tls = tls;
        this.authority = authority;
        threads.execute(this::serve);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Line line = tls == Tls.FROM_THE_START ? secured(connection) : new Line(connection);
            reply(line, GREETING, "220 mail.example ESMTP");
            converse(line);
        } catch (IOException e) {
            // That client is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Line secured(Socket connection) throws IOException {
        if (authority == null) {
            throw new IOException("no certificate");
        }
        SSLSocket secured = (SSLSocket) authority.server().getSocketFactory().createSocket(connection, null, false);
        secured.startHandshake();
        return new Line(secured);
    }

    private void converse(Line first) throws IOException, InterruptedException {
        Line line = first;
        for (String said = line.in.readLine(); said != null; said = line.in.readLine()) {
            commands.add(said);
            String command = said.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO")) {
                boolean offers = tls == Tls.ON_REQUEST && !(line.socket instanceof SSLSocket);
                reply(line, "EHLO", "250-mail.example\r\n" + (offers ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN");
            } else if (command.equals("STARTTLS")) {
                line.say("220 go on");
                line = secured(line.socket);
            } else if (command.equals("DATA")) {
                line.say("354 go on");
                messages.add(line.message());
                reply(line, ".", "250 taken");
            } else if (command.equals("QUIT")) {
                reply(line, command, "221 bye");
                return;
            } else {
                reply(line, command, command.startsWith("AUTH") ? "235 welcome" : "250 ok");
            }
        }
    }

    private void reply(Line line, String command, String usual) throws IOException, InterruptedException {
        String reply = replies.entrySet().stream()
                .filter(other -> command.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
        switch (reply) {
            case HANG_UP -> throw new IOException("hangs up, as it was told to");
            case SILENCE -> closing.await();
            case DAWDLE -> {
                while (!closing.await(100, TimeUnit.MILLISECONDS)) {
                    line.say(usual.substring(0, 3) + "-wait");
                }
            }
            default -> line.say(reply);
        }
    }

    /** A connection, secured or not. */
    private static final class Line {
        private final Socket socket;
        private final BufferedReader in;
        private final Writer out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            this.out = new OutputStreamWriter(socket.getOutputStream(), UTF_8);
        }

        void say(String line) throws IOException {
            out.write(line + "\r\n");
            out.flush();
        }

        String message() throws IOException {
            StringBuilder message = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
            }
            return message.toString();
        }
    }

    String url() {
        return (tls == Tls.FROM_THE_START ? "smtps" : "smtp") + "://127.0.0.1:" + socket.getLocalPort();
    }

    List<String> messages() {
        return messages;
    }

    List<String> commands() {
        return commands;
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        socket.close();
        threads.shutdownNow();
    }
}
