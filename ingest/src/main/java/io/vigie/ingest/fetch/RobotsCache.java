package io.vigie.ingest.fetch;

import io.vigie.ingest.robots.RobotsRules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of every site that was asked lately (RFC 9309, 2.3 and 2.4): found out by one request while others
 * wait, and kept for a day at most. When a site's file can no longer be had, the copy that was read last stays in force.
 */
final class RobotsCache {

    static final Duration LIFE = Duration.ofHours(24);

    /** A site in trouble is asked again soon, but not at every page. */
    static final Duration RETRY = Duration.ofMinutes(2);

    private static final int TIDY_AT = 20_000;

    /** Reads the robots.txt of a site. */
    interface Loader {

        /**
         * Reads it.
         *
         * @param time longest time for that
         * @throws IOException when this says nothing about the site, for example because the fetcher is being stopped
         */
        Answer load(HttpUrl robotsTxt, Duration time) throws IOException, InterruptedException;
    }

    /** What came of reading it. */
    sealed interface Answer {

        /** There is a file, or none and so no rules. */
        record Rules(RobotsRules rules) implements Answer {}

        /** A server error: everything must be taken to be disallowed. */
        record ServerError(String detail) implements Answer {}

        /** No answer; nor would a page be had. */
        record Unreachable(FetchFailure failure, String detail) implements Answer {}
    }

    private record Known(Answer answer, Instant until) {}

    private static final class Site {
        private final ReentrantLock loading = new ReentrantLock();
        private volatile @Nullable Known known;
    }

    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final String productToken;
    private final Loader loader;
    private final Clock clock;

    RobotsCache(String productToken, Loader loader, Clock clock) {
        this.productToken = productToken;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * What the site says about an address, read from the site when it is not known.
     *
     * @param patience longest time for that
     */
    RobotsVerdict verdict(HttpUrl url, Duration patience) throws IOException, InterruptedException {
        if (url.encodedPath().equals("/robots.txt")) {
            return new RobotsVerdict.Allowed(Duration.ZERO); // RFC 9309, 2.2.2: implicitly allowed
        }
        Answer answer = answer(url.newBuilder("/robots.txt").build(), patience);
        if (answer instanceof Answer.Rules known) {
            return known.rules().allows(productToken, url.toString())
                    ? new RobotsVerdict.Allowed(
                            known.rules().crawlDelay(productToken).orElse(Duration.ZERO))
                    : new RobotsVerdict.Disallowed("robots.txt asks not to");
        }
        if (answer instanceof Answer.ServerError error) {
            return new RobotsVerdict.Disallowed(error.detail());
        }
        Answer.Unreachable unreachable = (Answer.Unreachable) answer;
        return new RobotsVerdict.Unreachable(unreachable.failure(), unreachable.detail());
    }

    /** Sitemaps that a site names, as written; none when its file is not known at the moment. */
    List<String> sitemaps(HttpUrl url) {
        Site site = sites.get(url.newBuilder("/robots.txt").build().toString());
        Answer known = site == null ? null : fresh(site);
        return known instanceof Answer.Rules rules ? rules.rules().sitemaps() : List.of();
    }

    private Answer answer(HttpUrl robotsTxt, Duration patience) throws IOException, InterruptedException {
        if (sites.size() > TIDY_AT) {
            sites.values().removeIf(site -> !site.loading.isLocked() && fresh(site) == null);
        }
        Site site = sites.computeIfAbsent(robotsTxt.toString(), address -> new Site());
        @Nullable Answer known = fresh(site);
        if (known != null) {
            return known;
        }
        if (!site.loading.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new FetchException(FetchFailure.HOST_BUSY, "robots.txt is still being read");
        }
        try {
            known = fresh(site);
            return known != null ? known : load(site, robotsTxt, patience);
        } finally {
            site.loading.unlock();
        }
    }

    private Answer load(Site site, HttpUrl robotsTxt, Duration time) throws IOException, InterruptedException {
        Answer now = loader.load(robotsTxt, time);
        if (now instanceof Answer.Rules) {
            site.known = new Known(now, clock.instant().plus(LIFE));
            return now;
        }
        Known last = site.known;
        Answer force = last != null && last.answer() instanceof Answer.Rules rules ? rules : now;
        site.known = new Known(force, clock.instant().plus(RETRY));
        return force;
    }

    private @Nullable Answer fresh(Site site) {
        Known known = site.known;
        return known != null && known.until().isAfter(clock.instant()) ? known.answer() : null;
    }
}
