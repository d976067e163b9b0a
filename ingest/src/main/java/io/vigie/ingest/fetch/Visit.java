package io.vigie.ingest.fetch;

import static io.vigie.ingest.fetch.Durations.longer;
import static io.vigie.ingest.fetch.Durations.shorter;

import io.vigie.events.FetchState.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One request on its way through its redirects, from hop to hop by the same rules. */
final class Visit {

    private static final int MOST_REDIRECTS = 8;
    private static final int LONGEST_VALIDATOR = 1024;
    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(60);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10); // of a whole host, when one page is limited

    /**
     * What every visit behind one {@link AddressGuard} goes through. Nothing is shared between two guards: neither a
     * connection nor a robots.txt that only one of them may read.
     */
    record Way(FetchSettings settings, Clock clock, HostGate gate, HttpHop hop, RobotsCache robots) {}

    private final FetchRequest request;
    private final Way way;
    private final Allowance time;
    private final BodyRoom.Share share;
    private URI here;

    Visit(FetchRequest request, Way way, BodyRoom.Share share) {
        this.request = request;
        this.way = way;
        this.time = new Allowance(way.settings().deadline(), System::nanoTime);
        this.share = share;
        this.here = request.uri();
    }

    /** Never throws: what goes wrong is an outcome. */
    FetchOutcome outcome() {
        try {
            return follow();
        } catch (IOException e) {
            return failed(FetchFailures.of(e), FetchFailures.detail(e), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(FetchFailure.CANCELLED, "interrupted", null);
        }
    }

    private FetchOutcome follow() throws IOException, InterruptedException {
        HttpUrl url = WebAddress.check(request.uri(), request.allowPrivate());
        Set<HttpUrl> seen = new HashSet<>();
        while (true) {
            if (!seen.add(url)) {
                return failed(FetchFailure.BAD_REDIRECT, "redirected in a circle", null);
            }
            if (seen.size() > MOST_REDIRECTS + 1) {
                return failed(FetchFailure.TOO_MANY_REDIRECTS, "more than " + MOST_REDIRECTS + " redirects", null);
            }
            here = url.uri();
            RobotsVerdict verdict = way.robots().verdict(url, time.left());
            if (verdict instanceof RobotsVerdict.Disallowed disallowed) {
                return new FetchOutcome.Disallowed(here, disallowed.detail(), time.spent());
            }
            if (verdict instanceof RobotsVerdict.Unreachable unreachable) {
                return failed(unreachable.failure(), "robots.txt: " + unreachable.detail(), null);
            }
            Step step = ask(url, pause(((RobotsVerdict.Allowed) verdict).crawlDelay()));
            if (step instanceof Done done) {
                return done.outcome();
            }
            url = WebAddress.check(((Redirect) step).target(), request.allowPrivate());
        }
    }

    /** What came of one hop. */
    private sealed interface Step {}

    private record Redirect(HttpUrl target) implements Step {}

    private record Done(FetchOutcome outcome) implements Step {}

    private Step ask(HttpUrl url, Duration pause) throws IOException, InterruptedException {
        long begin = time.now();
        HostGate.Turn turn = way.gate().enter(WebAddress.authority(url), time.patience());
        time.waitedSince(begin);
        Duration rest = pause;
        try {
            Step step = way.hop()
                    .get(
                            url,
                            request.validators(),
                            time.left(),
                            (status, headers, wire) -> step(url, status, headers, wire));
            rest = rest(step, url, pause);
            return step;
        } finally {
            turn.end(rest);
        }
    }

    private Duration pause(Duration crawlDelay) {
        return longer(way.settings().hostDelay(), shorter(crawlDelay, LONGEST_CRAWL_DELAY));
    }

    private static Duration rest(Step step, HttpUrl url, Duration pause) {
        if (step instanceof Redirect redirect && redirect.target().host().equals(url.host())) {
            return Duration.ZERO; // one visit: it does not wait for itself
        }
        if (step instanceof Done done
                && done.outcome() instanceof FetchOutcome.RateLimited limited
                && limited.retryAfter() != null) {
            return longer(pause, shorter(limited.retryAfter(), LONGEST_REST));
        }
        return pause;
    }

    private Step step(HttpUrl url, int status, Headers headers, InputStream wire) throws IOException {
        if (Redirects.isRedirect(status)) {
            HttpUrl target = Redirects.target(url, headers);
            return target == null
                    ? new Done(failed(FetchFailure.BAD_REDIRECT, "a redirect that leads nowhere", status))
                    : new Redirect(target);
        }
        return new Done(answered(status, headers, wire));
    }

    private FetchOutcome answered(int status, Headers headers, InputStream wire) throws IOException {
        Instant now = way.clock().instant();
        @Nullable Duration retryAfter = RetryAfter.of(headers, now);
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return new FetchOutcome.RateLimited(here, status, retryAfter, time.spent());
        }
        if (status == 404 || status == 410) {
            return new FetchOutcome.Gone(here, status, time.spent());
        }
        if (status == 304 && !request.validators().equals(Validators.NONE)) {
            return new FetchOutcome.NotModified(here, time.spent());
        }
        if (status < 200 || status > 299 || status == 206) {
            return failed(FetchFailures.ofStatus(status), "answered " + status, status);
        }
        byte[] body = BodyReader.whole(
                wire, HttpHop.codings(headers), way.settings().maxBody(), () -> share.take(time.left()));
        Validators validators = new Validators(validator(headers, "ETag"), validator(headers, "Last-Modified"));
        return new FetchOutcome.Fetched(here, status, body, headers.get("Content-Type"), validators, time.spent());
    }

    /** Verbatim; absent when it is longer than any that means something, since it is remembered and sent back. */
    private static @Nullable String validator(Headers headers, String name) {
        String value = headers.get(name);
        return value == null || value.length() > LONGEST_VALIDATOR ? null : value;
    }

    private FetchOutcome failed(FetchFailure failure, String detail, @Nullable Integer status) {
        return new FetchOutcome.Failed(here, failure, detail, status, time.spent());
    }
}
