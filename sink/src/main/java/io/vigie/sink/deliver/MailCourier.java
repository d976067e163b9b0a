package io.vigie.sink.deliver;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Sends e-mail over SMTP (RFC 5321), with TLS from the start ({@code smtps}) or as soon as the server offers it. */
final class MailCourier implements AutoCloseable {

    private static final String LONGEST_WAIT_MILLIS = "10000";
    private static final int OK = 250;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final ExecutorService sending = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "deliver-mail");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Sends, once, and returns at once. The answer comes on another thread, always, within a bounded time.
     *
     * @param answer told what came of it, exactly once
     */
    void send(Channel channel, Payload.Mail payload, Consumer<Answer> answer) {
        sending.execute(() -> answer.accept(attempt(channel, payload)));
    }

    private static Answer attempt(Channel channel, Payload.Mail payload) {
        URI server = URI.create(channel.url().reveal());
        Session session = Session.getInstance(properties(server, channel.secret() != null));
        MimeMessage message;
        try {
            message = message(session, channel, payload);
        } catch (MessagingException e) {
            return new Answer.Refused(null, "the message could not be made");
        }
        try (Transport transport = session.getTransport(server.getScheme())) {
            connect(transport, server, channel.secret());
            transport.sendMessage(message, message.getAllRecipients());
            return new Answer.Accepted(OK);
        } catch (AuthenticationFailedException e) {
            return new Answer.Gone(535, "the mail server refuses the credentials");
        } catch (MailConnectException e) {
            return new Answer.Unreached("MailConnectException");
        } catch (MessagingException e) {
            return judge(e);
        }
    }

    private static Properties properties(URI server, boolean authenticates) {
        String prefix = "mail." + server.getScheme() + ".";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", LONGEST_WAIT_MILLIS);
        properties.put(prefix + "timeout", LONGEST_WAIT_MILLIS);
        properties.put(prefix + "writetimeout", LONGEST_WAIT_MILLIS);
        properties.put(prefix + "starttls.enable", "true");
        // A password never goes over a line that others can read.
        properties.put(prefix + "starttls.required", Boolean.toString(authenticates));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        // One address that is no more must not keep the message from the others.
        properties.put(prefix + "sendpartial", "true");
        properties.put(prefix + "auth", Boolean.toString(authenticates));
        return properties;
    }

    private static MimeMessage message(Session session, Channel channel, Payload.Mail payload)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", payload.messageId());
            }
        };
        message.setFrom(new InternetAddress(channel.from()));
        for (String to : channel.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(payload.subject(), "UTF-8");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(payload.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(payload.html(), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private static void connect(Transport transport, URI server, @Nullable Secret secret) throws MessagingException {
        if (secret == null) {
            transport.connect(server.getHost(), server.getPort(), null, null);
            return;
        }
        String[] pair = secret.reveal().split(":", 2);
        transport.connect(server.getHost(), server.getPort(), pair[0], pair.length == 2 ? pair[1] : "");
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
            if (code >= 400 && code < 500) {
                return new Answer.Throttled(code, PAUSE);
            }
            if (code >= 500) {
                return new Answer.Refused(code, "SMTP " + code);
            }
        }
        return new Answer.Doubtful(null, failure.getClass().getSimpleName());
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

    @Override
    public void close() {
        sending.shutdownNow();
    }
}
