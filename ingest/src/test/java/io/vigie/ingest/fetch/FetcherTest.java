package io.vigie.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.fetch.FetchOutcome.Gone;
import io.vigie.ingest.fetch.FetchOutcome.NotModified;
import io.vigie.ingest.fetch.FetchOutcome.RateLimited;
import io.vigie.ingest.web.Answers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of answers as servers mean them. */
class FetcherTest extends FetcherTesting {

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

    @Test
    void forgetsValidatorsWithoutMeasure() {
        site.on("/robots.txt", Answers.status(404))
                .on("/a", Answers.cached("text/html", "\"" + "x".repeat(5_000) + "\"", "<p>Text"));

        assertThat(fetch("/a"))
                .isInstanceOfSatisfying(
                        FetchOutcome.Fetched.class,
                        fetched -> assertThat(fetched.validators()).isEqualTo(Validators.NONE));
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

    @Test
    void givesTheRoomOfALargeBodyBack() {
        site.on("/robots.txt", Answers.status(404)).on("/a", Answers.body("text/html", new byte[700_000]));
        for (int i = 0; i < 300; i++) {
            assertThat(fetch("/a")).isInstanceOf(FetchOutcome.Fetched.class);
        }
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
}
