package io.vigie.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.fetch.RobotsCache.Answer;
import io.vigie.ingest.robots.RobotsRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class RobotsCacheTest {

    private static final HttpUrl PAGE = HttpUrl.get("https://ministry.example/secret/page");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private Answer answer = rules("User-agent: *\nDisallow: /secret/\nCrawl-delay: 7");
    private final AtomicInteger loads = new AtomicInteger();
    private final RobotsCache cache = new RobotsCache(
            "Vigie",
            (site, time) -> {
                loads.incrementAndGet();
                return answer;
            },
            clock());

    @Test
    void asksASiteOncePerDay() throws Exception {
        assertThat(verdict()).isInstanceOf(RobotsVerdict.Disallowed.class);
        now = now.plus(Duration.ofHours(23));
        assertThat(verdict()).isInstanceOf(RobotsVerdict.Disallowed.class);
        assertThat(loads).hasValue(1);

        now = now.plus(Duration.ofHours(2));
        answer = rules("");
        assertThat(verdict()).isEqualTo(new RobotsVerdict.Allowed(Duration.ZERO));
        assertThat(loads).hasValue(2);
    }

    @Test
    void keepsSitesApart() throws Exception {
        verdict();
        cache.verdict(HttpUrl.get("http://ministry.example/"), PATIENCE);
        cache.verdict(HttpUrl.get("https://ministry.example:8443/"), PATIENCE);

        assertThat(loads).hasValue(3);
    }

    @Test
    void tellsTheCrawlDelay() throws Exception {
        assertThat(cache.verdict(HttpUrl.get("https://ministry.example/"), PATIENCE))
                .isEqualTo(new RobotsVerdict.Allowed(Duration.ofSeconds(7)));
    }

    @Test
    void staysAwayFromASiteInTroubleAndAsksAgainSoon() throws Exception {
        answer = new Answer.ServerError("robots.txt answers 503");
        assertThat(verdict()).isInstanceOf(RobotsVerdict.Disallowed.class);
        assertThat(verdict()).isInstanceOf(RobotsVerdict.Disallowed.class);
        assertThat(loads).hasValue(1);

        now = now.plus(RobotsCache.RETRY);
        answer = rules("");
        assertThat(verdict()).isInstanceOf(RobotsVerdict.Allowed.class);
    }

    @Test
    void keepsToTheLastRulesOfASiteThatFellSilent() throws Exception {
        answer = rules("User-agent: *\nDisallow: /other/");
        verdict();
        now = now.plus(RobotsCache.LIFE);
        answer = new Answer.Unreachable(FetchFailure.CONNECT_TIMEOUT, "connect timed out");

        assertThat(verdict()).isInstanceOf(RobotsVerdict.Allowed.class);
        assertThat(loads).hasValue(2);
    }

    @Test
    void readsASiteOnceWhenManyAskTogether() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RobotsCache slow = new RobotsCache(
                "Vigie",
                (site, time) -> {
                    loads.incrementAndGet();
                    asked.countDown();
                    go.await();
                    return answer;
                },
                clock());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<RobotsVerdict> ask = () -> slow.verdict(PAGE, PATIENCE);
            List<Future<RobotsVerdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                verdicts.add(threads.submit(ask));
            }
            asked.await();
            go.countDown();
            for (Future<RobotsVerdict> verdict : verdicts) {
                assertThat(verdict.get()).isInstanceOf(RobotsVerdict.Disallowed.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(loads).hasValue(1);
    }

    private RobotsVerdict verdict() throws Exception {
        return cache.verdict(PAGE, PATIENCE);
    }

    private static Answer rules(String text) {
        return new Answer.Rules(RobotsRules.parse(text.getBytes(UTF_8)));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
