package io.vigie.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.fetch.FetchOutcome.Disallowed;
import io.vigie.ingest.fetch.FetchOutcome.Failed;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.fetch.FetchOutcome.Gone;
import io.vigie.ingest.fetch.FetchOutcome.NotModified;
import io.vigie.ingest.fetch.FetchOutcome.RateLimited;
import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.Behaviour;
import io.vigie.ingest.web.EndlessBody;
import io.vigie.ingest.web.GzipBomb;
import io.vigie.ingest.web.HugeHeader;
import io.vigie.ingest.web.LocalSite;
import io.vigie.ingest.web.NotHttp;
import io.vigie.ingest.web.Silence;
import io.vigie.ingest.web.SlowDrip;
import io.vigie.ingest.web.TruncatedBody;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final FetchSettings SETTINGS = new FetchSettings(
            "Vigie/0.1 (+https://desk.example/bot)", Duration.ZERO, 1024 * 1024, Duration.ofMillis(1500));

    private final LocalSite site = LocalSite.start();
    private final Fetcher fetcher = fetcher(Dns.SYSTEM);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    @Test
    void fetchesAPage() {
        site.on("/a", Answers.cached("text/html; charset=utf-8", "W/\"1\"", "<p>é"));

        Fetched page = (Fetched) fetch("/a");

        assertThat(new String(page.body(), UTF_8)).isEqualTo("<p>é");
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.validators()).isEqualTo(new Validators("W/\"1\"", null));
        assertThat(page.uri()).isEqualTo(site.uri("/a"));
    }

    @Test
    void saysWhoAsksAndKeepsNoCookies() {
        site.on("/a", Answers.status(200, "Set-Cookie: id=1; Path=/"));

        fetch("/a");
        fetch("/a");

        assertThat(site.requests())
                .extracting(request -> request.header("user-agent"))
                .containsOnly(SETTINGS.userAgent());
        assertThat(site.requests())
                .extracting(request -> request.header("cookie"))
                .containsOnly("");
    }

    @Test
    void sendsValidatorsBackAsTheyCame() {
        site.on("/a", Answers.cached("text/html", "unquoted-1", "<p>"));
        Validators validators = ((Fetched) fetch("/a")).validators();

        FetchOutcome second = fetcher.fetch(new FetchRequest(site.uri("/a"), validators, true));

        assertThat(second).isInstanceOf(NotModified.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void tellsWhatIsGone(int status) {
        site.on("/a", Answers.status(status));

        assertThat(fetch("/a")).asInstanceOf(type(Gone.class)).returns(status, Gone::code);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void leavesAServerAloneAsLongAsItAsks(int status) {
        site.on("/a", Answers.status(status, "Retry-After: 120"));

        assertThat(fetch("/a"))
                .asInstanceOf(type(RateLimited.class))
                .returns(Duration.ofMinutes(2), RateLimited::retryAfter);
        assertThat(fetcher.pauseBefore(site.uri("/b"))).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
    }

    static Stream<Arguments> misbehaviours() {
        return Stream.of(
                Arguments.of("endless body", new EndlessBody(), FetchFailure.TOO_LARGE),
                Arguments.of("slow drip", new SlowDrip(), FetchFailure.DEADLINE),
                Arguments.of("gzip bomb", new GzipBomb(50_000_000, 1), FetchFailure.DECOMPRESSION_BOMB),
                Arguments.of("gzip bomb in a gzip bomb", new GzipBomb(50_000_000, 2), FetchFailure.DECOMPRESSION_BOMB),
                Arguments.of("packed thrice", new GzipBomb(10, 3), FetchFailure.BAD_ENCODING),
                Arguments.of(
                        "coding not asked for",
                        Answers.status(200, "Content-Encoding: zstd"),
                        FetchFailure.BAD_ENCODING),
                Arguments.of("10 MB header", new HugeHeader(), FetchFailure.PROTOCOL),
                Arguments.of("truncated", new TruncatedBody(), FetchFailure.TRUNCATED),
                Arguments.of("hangs up", (Behaviour) (request, out) -> {}, FetchFailure.TRUNCATED),
                Arguments.of("not HTTP", new NotHttp(), FetchFailure.PROTOCOL),
                Arguments.of("redirect to itself", Answers.redirect("/a"), FetchFailure.BAD_REDIRECT),
                Arguments.of("redirect to nowhere", Answers.status(302), FetchFailure.BAD_REDIRECT),
                Arguments.of("redirect to a file", Answers.redirect("file:///etc/passwd"), FetchFailure.BAD_REDIRECT),
                Arguments.of("304 unasked", Answers.status(304), FetchFailure.UNEXPECTED_STATUS),
                Arguments.of("403", Answers.status(403), FetchFailure.REFUSED),
                Arguments.of("500", Answers.status(500), FetchFailure.SERVER_ERROR),
                Arguments.of(
                        "redirect to the metadata service",
                        Answers.redirect("http://169.254.169.254/latest/meta-data/"),
                        FetchFailure.FORBIDDEN_ADDRESS),
                Arguments.of(
                        "redirect to the metadata service, mapped",
                        Answers.redirect("http://[::ffff:a9fe:a9fe]/"),
                        FetchFailure.FORBIDDEN_ADDRESS),
                Arguments.of(
                        "redirect with credentials",
                        Answers.redirect("http://a:b@127.0.0.1/"),
                        FetchFailure.BAD_ADDRESS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misbehaviours")
    void endsWithAReason(String name, Behaviour behaviour, FetchFailure failure) {
        site.on("/a", behaviour);

        assertThat(fetch("/a")).asInstanceOf(type(Failed.class)).returns(failure, Failed::failure);
    }

    @Test
    void givesUpOnSilence() {
        site.on("/a", new Silence());

        assertThat(fetch("/a"))
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::failure)
                .isIn(FetchFailure.READ_TIMEOUT, FetchFailure.DEADLINE);
    }

    @Test
    void endsARedirectChainThatNeverRepeats() {
        for (int i = 0; i < 50; i++) {
            site.on("/" + i, Answers.redirect("/" + (i + 1)));
        }

        assertThat(fetch("/0"))
                .asInstanceOf(type(Failed.class))
                .returns(FetchFailure.TOO_MANY_REDIRECTS, Failed::failure);
        assertThat(site.requests()).hasSize(10); // robots.txt, the page, 8 redirects
    }

    @Test
    void namesTheLastHop() {
        site.on("/a", Answers.redirect("/b")).on("/b", Answers.html("<p>"));

        assertThat(fetch("/a").uri()).isEqualTo(site.uri("/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/a",
                "http://localhost:%d/a",
                "http://[::ffff:127.0.0.1]:%d/a",
                "http://2130706433:%d/a",
                "http://0.0.0.0:%d/a",
                "http://127.1:%d/a"
            })
    void doesNotTouchThisMachineUnlessAllowed(String address) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(URI.create(address.formatted(site.port()))));

        assertThat(outcome).asInstanceOf(type(Failed.class)).returns(FetchFailure.FORBIDDEN_ADDRESS, Failed::failure);
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void givesTheRoomOfALargeBodyBack() {
        site.on("/robots.txt", Answers.status(404)).on("/a", Answers.body("text/html", new byte[700_000]));
        for (int i = 0; i < 300; i++) {
            assertThat(fetch("/a")).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    @Test
    void forgetsValidatorsWithoutMeasure() {
        site.on("/robots.txt", Answers.status(404))
                .on("/a", Answers.cached("text/html", "\"" + "x".repeat(5_000) + "\"", "<p>Text"));

        assertThat(fetch("/a"))
                .isInstanceOfSatisfying(
                        FetchOutcome.Fetched.class,
                        fetched -> assertThat(fetched.validators()).isEqualTo(Validators.NONE));
    }

    @Test
    void refusesANameThatTurnsToAForbiddenAddress() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        List<InetAddress> first = List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        List<InetAddress> then =
                List.of(InetAddress.getByAddress(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254}));
        site.on("/robots.txt", Answers.status(404)).on("/a", Answers.html("<p>secret"));
        try (Fetcher rebound = fetcher(name -> lookups.getAndIncrement() == 0 ? first : then)) {
            FetchOutcome outcome = rebound.fetch(
                    new FetchRequest(URI.create("http://press.example:" + site.port() + "/a"), Validators.NONE, true));

            assertThat(outcome)
                    .asInstanceOf(type(Failed.class))
                    .returns(FetchFailure.FORBIDDEN_ADDRESS, Failed::failure);
        }
        assertThat(site.requests()).extracting(request -> request.path()).containsExactly("/robots.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://press.example:25/",
                "ftp://press.example/",
                "file:///etc/passwd",
                "http://a@press.example/"
            })
    void refusesWhatIsNoWebAddress(String address) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(URI.create(address)));

        assertThat(outcome).asInstanceOf(type(Failed.class)).returns(FetchFailure.BAD_ADDRESS, Failed::failure);
    }

    @Test
    void obeysRobotsAtEveryHop() {
        site.on("/robots.txt", Answers.text("User-agent: *\nAllow: /\n\nUser-agent: vigie\nDisallow: /private/\n"))
                .on("/a", Answers.redirect("/private/b"))
                .on("/private/b", Answers.html("<p>"));

        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
        assertThat(site.requestsFor("/private/b")).isZero();
        assertThat(site.requestsFor("/robots.txt")).isEqualTo(1);
    }

    @Test
    void staysAwayWhileRobotsAnswersWithAnError() {
        site.on("/robots.txt", Answers.status(503)).on("/a", Answers.html("<p>"));

        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
        assertThat(site.requestsFor("/a")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429})
    void goesOnWhereThereIsNoRobots(int status) {
        site.on("/robots.txt", Answers.status(status)).on("/a", Answers.html("<p>"));

        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
    }

    @Test
    void followsRobotsThroughFiveRedirects() {
        site.on("/robots.txt", Answers.redirect("/r1"));
        for (int i = 1; i < 5; i++) {
            site.on("/r" + i, Answers.redirect("/r" + (i + 1)));
        }
        site.on("/r5", Answers.text("User-agent: *\nDisallow: /")).on("/a", Answers.html("<p>"));

        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
    }

    @Test
    void readsTheBeginningOfAnEndlessRobots() {
        site.on("/robots.txt", (request, out) -> {
                    Answers.head(out, 200, "Content-Type: text/plain");
                    out.write("User-agent: *\nDisallow: /a\n".getBytes(UTF_8));
                    while (true) {
                        out.write("# nothing\n".repeat(1000).getBytes(UTF_8));
                    }
                })
                .on("/a", Answers.html("<p>"));

        assertThat(fetch("/a")).isInstanceOf(Disallowed.class);
    }

    @Test
    void ignoresTheProxyOfTheEnvironment() {
        site.on("/a", Answers.html("<p>"));
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "");
        try {
            assertThat(fetch("/a")).isInstanceOf(Fetched.class);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(new FetchRequest(site.uri(path), Validators.NONE, true));
    }

    private static Fetcher fetcher(Dns dns) {
        return new Fetcher(SETTINGS, dns, Clock.systemUTC(), new HostGate(System::nanoTime, HostGate.Sleeper.REAL));
    }
}
