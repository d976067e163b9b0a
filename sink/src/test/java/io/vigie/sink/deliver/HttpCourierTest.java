package io.vigie.sink.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.sink.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCourierTest {

    private static final Payload.Post POST =
            new Payload.Post("application/json; charset=utf-8", "{\"text\":\"é\"}", Map.of("Idempotency-Key", "k1"));

    private final HttpCourier courier = new HttpCourier(Clock.systemUTC(), Duration.ofSeconds(2));

    @AfterEach
    void close() {
        courier.close();
    }

    private Answer send(String url) throws InterruptedException {
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        courier.send(Stories.channel("{id: a, kind: webhook, url: '" + url + "'}"), POST, answers::add);
        Answer answer = answers.poll(20, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        assertThat(answers).isEmpty();
        return answer;
    }

    @Test
    void postsTheMessageOnce() throws Exception {
        try (Hook hook = new Hook(Hook.status(202))) {
            assertThat(send(hook.url())).isEqualTo(new Answer.Accepted(202));

            assertThat(hook.requests()).singleElement().satisfies(request -> {
                assertThat(request.body()).isEqualTo(POST.body());
                assertThat(request.headers().getFirst("Content-Type")).isEqualTo(POST.contentType());
                assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo("k1");
            });
        }
    }

    @Test
    void postsToAServerOfAnAuthorityOfItsOwnAndToNoOther(@TempDir Path folder) throws Exception {
        Authority authority = Authority.in(Files.createDirectory(folder.resolve("authority")));
        Authority stranger = Authority.in(Files.createDirectory(folder.resolve("stranger")));
        try (Hook hook = new Hook(Hook.status(200), authority)) {
            assertThat(send(hook.url() + "', ca: '" + authority.pem())).isEqualTo(new Answer.Accepted(200));
            for (String other : List.of("', ca: '" + stranger.pem(), "")) {
                assertThat(send(hook.url() + other))
                        .isInstanceOfSatisfying(
                                Answer.Unreached.class,
                                unreached -> assertThat(unreached.reason()).endsWith("see ca of the channel"));
            }
            assertThat(hook.requests()).hasSize(1);
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (Hook target = new Hook(Hook.status(200));
                Hook hook = new Hook(Hook.status(307, "Location", target.url()))) {
            assertThat(send(hook.url())).isInstanceOf(Answer.Gone.class);
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void isInDoubtWhenTheAnswerDoesNotCome() throws Exception {
        try (Hook hook = new Hook(Hook.status(200))) {
            hook.behave(hook.silence());
            assertThat(send(hook.url())).isInstanceOf(Answer.Doubtful.class);
            hook.behave(Hook.hangUp());
            assertThat(send(hook.url())).isInstanceOf(Answer.Doubtful.class);
            assertThat(hook.requests()).hasSize(2);
        }
    }

    @Test
    void knowsThatItReachedNobody() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(send("http://127.0.0.1:" + closed + "/")).isEqualTo(new Answer.Unreached("ConnectException"));
        assertThat(send("http://no-such-host.invalid/")).isEqualTo(new Answer.Unreached("UnknownHostException"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void readsNoBodyWithoutEnd(int status) throws Exception {
        try (Hook hook = new Hook(Hook.endless(status))) {
            assertThat(send(hook.url())).isNotInstanceOf(Answer.Doubtful.class);
        }
    }

    @Test
    void saysWhatTheReceiverSaysWithoutItsAddress() throws Exception {
        try (Hook hook = new Hook((exchange, request) -> Hook.answer(
                exchange,
                400,
                "invalid_blocks at " + exchange.getRequestURI() + " and http://" + exchange.getLocalAddress()
                        + " by s3cr3tpath"))) {
            assertThat(send(hook.url()))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .startsWith("HTTP 400 invalid_blocks at ***")
                                    .doesNotContain("s3cr3tpath"));
        }
    }

    @Test
    void hearsWhenToComeBack() throws IOException, InterruptedException {
        try (Hook hook = new Hook(Hook.status(429, "Retry-After", "0.5"))) {
            assertThat(send(hook.url())).isEqualTo(new Answer.Throttled(429, Duration.ofMillis(500)));
        }
    }
}
