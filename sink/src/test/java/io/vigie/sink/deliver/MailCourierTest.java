package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Delivery.Kind;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCourierTest {

    private final MailCourier courier = new MailCourier();

    @AfterEach
    void close() {
        courier.close();
    }

    private static Channel channel(String url, String more) {
        return Stories.channel("{id: mail, kind: email, url: '" + url
                + "', from: vigie@desk.example, to: [one@desk.example, two@desk.example]" + more + "}");
    }

    private Answer send(Channel channel) throws InterruptedException {
        Payload.Mail mail =
                (Payload.Mail) new EmailFormat().render(channel, Stories.bulletin(Kind.ALERT, 2), Stories.NOW);
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        courier.send(channel, mail, answers::add);
        Answer answer = answers.poll(30, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    void sendsTextAndHtmlToEveryone() throws Exception {
        try (MailServer server = new MailServer(Map.of())) {
            assertThat(send(channel(server.url(), ""))).isEqualTo(new Answer.Accepted(250));

            assertThat(server.commands()).anyMatch(line -> line.contains("one@desk.example"));
            assertThat(server.commands()).anyMatch(line -> line.contains("two@desk.example"));
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(server.messages().get(0).getBytes(UTF_8)));
            assertThat(mail.getSubject()).isEqualTo("[Vigie] Douze frégates pour la marine (a0)");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getMessageID()).endsWith("@desk.example>");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat((String) parts.getBodyPart(0).getContent()).contains("  > Le chantier livrera douze *frégates*");
            assertThat((String) parts.getBodyPart(1).getContent()).contains("frégates</mark>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 mailbox busy, Throttled",
        "MAIL, 451 try again later, Throttled",
        "., 452 disk full, Throttled",
        "RCPT, 550 no such user, Refused",
        "., 554 looks like spam, Refused",
        "., hang up, Doubtful",
        "MAIL, hang up, Doubtful",
    })
    void judgesReplies(String command, String reply, String answer) throws Exception {
        try (MailServer server = new MailServer(Map.of(command, reply))) {
            assertThat(send(channel(server.url(), "")).getClass().getSimpleName())
                    .isEqualTo(answer);
        }
    }

    @Test
    void oneUnknownAddressDoesNotKeepTheMailFromTheOthers() throws Exception {
        try (MailServer server = new MailServer(Map.of("RCPT TO:<ONE", "550 no such user"))) {
            assertThat(send(channel(server.url(), ""))).isEqualTo(new Answer.Accepted(250));
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void givesNoPasswordToAServerWithoutTls() throws Exception {
        try (MailServer server = new MailServer(Map.of())) {
            Answer answer = send(channel(server.url(), ", secret: 'vigie:hunter2'"));

            assertThat(answer).isNotInstanceOf(Answer.Accepted.class);
            assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH") || line.contains("hunter2"));
        }
    }

    @Test
    void knowsThatItReachedNobody() throws IOException, InterruptedException {
        String url;
        try (MailServer server = new MailServer(Map.of())) {
            url = server.url();
        }
        assertThat(send(channel(url, ""))).isInstanceOf(Answer.Unreached.class);
    }
}
