package io.vigie.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.fetch.FetchOutcome.Disallowed;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.web.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site's robots.txt keeps from being fetched (RFC 9309). */
class FetcherRobotsTest extends FetcherTesting {

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
}
