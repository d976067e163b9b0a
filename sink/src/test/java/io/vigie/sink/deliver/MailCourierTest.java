package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Delivery.Kind;
import io.vigie.sink.Authority;
import io.vigie.sink.deliver.MailServer.Tls;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailCourierTest {

    private static Authority authority;
    private static Authority stranger;

    private final MailCourier courier = new MailCourier(Duration.ofSeconds(2), Duration.ofSeconds(4));

    @BeforeAll
    static void makeAuthorities(@TempDir Path folder) throws Exception {
        authority = Authority.in(Files.createDirectory(folder.resolve("authority")));
        stranger = Authority.in(Files.createDirectory(folder.resolve("stranger")));
    }

    @AfterEach
    void close() {
        courier.close();
    }

    private static Channel channel(String url, String more) {
        return Stories.channel("{id: mail, kind: email, url: '" + url
                + "', from: vigie@desk.example, to: [one@desk.example, two@desk.example]" + more + "}");
    }

    private static Payload.Mail mail(Channel channel) {
        return (Payload.Mail) new EmailFormat().render(channel, Stories.bulletin(Kind.ALERT, 2), Stories.NOW);
    }

    private Answer send(Channel channel) throws InterruptedException {
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        courier.send(channel, mail(channel), answers::add);
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
        "., silence, Doubtful",
        "., dawdle, Doubtful",
        "QUIT, hang up, Accepted",
        "QUIT, dawdle, Accepted",
        "GREETING, 554 go away, Unreached",
        "GREETING, silence, Unreached",
        "EHLO, dawdle, Unreached",
        "EHLO, hang up, Unreached",
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

            assertThat(answer).isInstanceOf(Answer.Unreached.class);
            assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH") || line.contains("hunter2"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"ON_REQUEST", "FROM_THE_START"})
    void logsInAndSendsOverALineSecuredByAnAuthorityOfItsOwn(Tls tls) throws Exception {
        try (MailServer server = new MailServer(Map.of(), tls, authority)) {
            Answer answer = send(channel(server.url(), ", secret: 'vigie:hunter2', ca: " + authority.pem()));

            assertThat(answer).isEqualTo(new Answer.Accepted(250));
            String login = Base64.getEncoder().encodeToString("vigie\0vigie\0hunter2".getBytes(UTF_8));
            assertThat(server.commands()).contains("AUTH PLAIN " + login);
            assertThat(server.messages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"ON_REQUEST", "FROM_THE_START"})
    void tellsNothingToAServerThatItsAuthorityDoesNotVouchFor(Tls tls) throws Exception {
        try (MailServer server = new MailServer(Map.of(), tls, stranger)) {
            for (String ca : List.of(", ca: " + authority.pem(), "")) {
                assertThat(send(channel(server.url(), ", secret: 'vigie:hunter2'" + ca)))
                        .isInstanceOfSatisfying(
                                Answer.Unreached.class,
                                unreached -> assertThat(unreached.reason()).endsWith("see ca of the channel"));
            }
            assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void aServerThatRefusesTheCredentialsIsGoneUntilSomebodyMendsThem() throws Exception {
        Map<String, String> refusing = Map.of("AUTH", "535 5.7.8 authentication failed");
        try (MailServer server = new MailServer(refusing, Tls.FROM_THE_START, authority)) {
            assertThat(send(channel(server.url(), ", secret: 'vigie:wrong', ca: " + authority.pem())))
                    .isEqualTo(new Answer.Gone(535, "the mail server refuses the credentials"));
        }
    }

    @Test
    void aServerThatCannotCheckTheCredentialsNowIsAskedAgain() throws Exception {
        Map<String, String> busy = Map.of("AUTH", "454 4.7.0 temporary authentication failure");
        try (MailServer server = new MailServer(busy, Tls.FROM_THE_START, authority)) {
            assertThat(send(channel(server.url(), ", secret: 'vigie:hunter2', ca: " + authority.pem())))
                    .isEqualTo(new Answer.Throttled(454, Duration.ofMinutes(5)));
        }
    }

    @Test
    void aServerThatDawdlesHoldsNobodyElseUp() throws Exception {
        try (MailServer slow = new MailServer(Map.of("EHLO", MailServer.DAWDLE));
                MailServer quick = new MailServer(Map.of())) {
            BlockingQueue<Answer> ofSlow = new LinkedBlockingQueue<>();
            Channel first = channel(slow.url(), "");
            courier.send(first, mail(first), ofSlow::add);

            assertThat(send(channel(quick.url(), ""))).isEqualTo(new Answer.Accepted(250));
            assertThat(ofSlow).isEmpty();
            assertThat(ofSlow.poll(30, TimeUnit.SECONDS)).isInstanceOf(Answer.Unreached.class);
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
