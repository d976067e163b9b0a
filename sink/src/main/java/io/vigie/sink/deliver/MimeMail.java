package io.vigie.sink.deliver;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** An e-mail on the wire (RFC 5322, RFC 2046): plain text and HTML as alternatives. */
final class MimeMail extends MimeMessage {

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * Makes it.
     *
     * @throws MessagingException when an address is none
     */
    static MimeMail of(Session session, Channel channel, Payload.Mail payload) throws MessagingException {
        MimeMail mail = new MimeMail(session, payload.messageId());
        mail.setFrom(new InternetAddress(channel.from()));
        for (String to : channel.to()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        mail.setSubject(payload.subject(), "UTF-8");
        mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(payload.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(payload.html(), "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    /** A repeat has the same one, so that a receiver can tell. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
