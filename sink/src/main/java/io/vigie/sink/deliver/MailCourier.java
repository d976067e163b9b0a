package io.vigie.sink.deliver;

import io.vigie.sink.Trust;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends e-mail over SMTP (RFC 5321), with TLS from the start ({@code smtps}, RFC 8314) or as soon as the server offers it
 * (STARTTLS, RFC 3207). Each mail has a thread and a deadline of its own: a server that dawdles holds nobody else up.
 */
final class MailCourier implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final int OK = 250;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final int longestSilence;
    private final Duration longestCall;
    private final ExecutorService sending = Executors.newCachedThreadPool(MailCourier::thread);
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(MailCourier::thread);

    MailCourier() {
        this(LONGEST_SILENCE, LONGEST_CALL);
    }

    MailCourier(Duration longestSilence, Duration longestCall) {
        this.longestSilence = Math.toIntExact(longestSilence.toMillis());
        this.longestCall = longestCall;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "deliver-mail");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Sends, once, and returns at once. The answer comes on another thread, always, within a bounded time.
     *
     * @param answer told what came of it, exactly once
     */
    void send(Channel channel, Payload.Mail payload, Consumer<Answer> answer) {
        sending.execute(() -> answer.accept(attempt(channel, payload)));
    }

    private Answer attempt(Channel channel, Payload.Mail payload) {
        Session session = session(channel);
        MimeMail mail;
        try {
            mail = MimeMail.of(session, channel, payload);
        } catch (MessagingException e) {
            return new Answer.Refused(null, "the message could not be made");
        }
        Socket line = new Socket();
        Future<?> deadline = deadlines.schedule(() -> hangUp(line), longestCall.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return attempt(new SMTPTransport(session, null), line, channel, mail);
        } catch (RuntimeException e) {
            // No answer at all would hold the channel up for ever.
            return new Answer.Doubtful(null, e.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
            hangUp(line);
        }
    }

    /** Before the mail itself was begun the server has nothing of it, whatever went wrong. */
    private Answer attempt(SMTPTransport transport, Socket line, Channel channel, MimeMail mail) {
        try {
            transport.connect(connected(line, channel));
        } catch (AuthenticationFailedException e) {
            int code = transport.getLastReturnCode();
            return isTemporary(code)
                    ? new Answer.Throttled(code, PAUSE)
                    : new Answer.Gone(code, "the mail server refuses the credentials");
        } catch (MessagingException | IOException e) {
            return Answer.unreached(e);
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            return judge(e);
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            // It has the mail; how it takes its leave is of no interest.
        }
        return new Answer.Accepted(OK);
    }

    private static Session session(Channel channel) {
        Properties properties = new Properties();
        boolean authenticates = channel.secret() != null;
        properties.put("mail.smtp.starttls.enable", "true");
        // A password never goes over a line that others can read.
        properties.put("mail.smtp.starttls.required", Boolean.toString(authenticates));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", sockets(channel));
        // One address that is no more must not keep the message from the others.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.auth", Boolean.toString(authenticates));
        return Session.getInstance(properties, new Login(channel.secret()));
    }

    private static SSLSocketFactory sockets(Channel channel) {
        Trust ca = channel.ca();
        return ca == null
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : ca.context().getSocketFactory();
    }

    private Socket connected(Socket line, Channel channel) throws IOException {
        URI server = URI.create(channel.url().reveal());
        boolean secure = "smtps".equals(server.getScheme());
        int port = server.getPort() != -1 ? server.getPort() : secure ? 465 : 25;
        // With its name: the certificate is held against that, and not against what the address resolves back to.
        InetAddress address = InetAddress.getByAddress(
                server.getHost(), InetAddress.getByName(server.getHost()).getAddress());
        line.connect(new InetSocketAddress(address, port), longestSilence);
        line.setSoTimeout(longestSilence);
        if (!secure) {
            return line;
        }
        SSLSocket tls = (SSLSocket) sockets(channel).createSocket(line, server.getHost(), port, true);
        SSLParameters identity = tls.getSSLParameters();
        identity.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(identity);
        tls.startHandshake();
        return tls;
    }

    private static void hangUp(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            // It is closed for us.
        }
    }

    /** A reply of the server is clear: 4xx not now, 5xx never. Without one nobody knows. */
    private static Answer judge(MessagingException failure) {
        if (failure instanceof SendFailedException partly
                && partly.getValidSentAddresses() != null
                && partly.getValidSentAddresses().length > 0) {
            return new Answer.Accepted(OK);
        }
        for (Exception e = failure; e instanceof MessagingException reply; e = reply.getNextException()) {
            int code = code(reply);
            if (isTemporary(code)) {
                return new Answer.Throttled(code, PAUSE);
            }
            if (code >= 500) {
                return new Answer.Refused(code, "SMTP " + code);
            }
        }
        return new Answer.Doubtful(null, failure.getClass().getSimpleName());
    }

    private static boolean isTemporary(int code) {
        return code >= 400 && code < 500;
    }

    private static int code(MessagingException reply) {
        if (reply instanceof SMTPSendFailedException sent) {
            return sent.getReturnCode();
        }
        if (reply instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return reply instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
    }

    /** Shows {@code user:password} when it is asked, which it is on a secured line only. */
    private static final class Login extends Authenticator {
        private final @Nullable Secret pair;

        Login(@Nullable Secret pair) {
            this.pair = pair;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (pair == null) {
                return null;
            }
            String[] parts = pair.reveal().split(":", 2);
            return new PasswordAuthentication(parts[0], parts.length == 2 ? parts[1] : "");
        }
    }

    @Override
    public void close() {
        sending.shutdownNow();
        deadlines.shutdownNow();
    }
}
