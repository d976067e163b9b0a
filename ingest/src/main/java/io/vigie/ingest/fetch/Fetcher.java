package io.vigie.ingest.fetch;

import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.fetch.RobotsCache.Answer;
import io.vigie.ingest.robots.RobotsRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one address after the other, politely and without trust. Thread-safe.
 *
 * <p>Redirects are followed by hand: at every hop the address is judged, the site's robots.txt is asked, the host's
 * turn is waited for, and the guard looks at the address that the socket connects to.
 */
public final class Fetcher implements AutoCloseable {

    private static final int MOST_REDIRECTS = 8;
    private static final int LONGEST_VALIDATOR = 1024;
    private static final int ROBOTS_REDIRECTS = 5; // RFC 9309, 2.3.1.2
    private static final int ROBOTS_BYTES = 512_000; // RFC 9309, 2.5
    private static final Duration ROBOTS_TIME = Duration.ofSeconds(10);
    private static final Duration DNS_TIME = Duration.ofSeconds(10);
    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(60);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10); // of a whole host, when one page is limited

    private final FetchSettings settings;
    private final Clock clock;
    private final HostGate gate;
    private final BoundedDns dns;
    private final BodyRoom room;
    private final Map<AddressGuard, HttpHop> hops;
    private final Map<AddressGuard, RobotsCache> robots;

    /** For production: names are resolved by the platform. */
    public Fetcher(FetchSettings settings) {
        this(settings, Dns.SYSTEM, Clock.systemUTC(), new HostGate(System::nanoTime, HostGate.Sleeper.REAL));
    }

    Fetcher(FetchSettings settings, Dns dns, Clock clock, HostGate gate) {
        this.settings = settings;
        this.clock = clock;
        this.gate = gate;
        this.dns = new BoundedDns(dns, shorter(DNS_TIME, settings.deadline()));
        this.room = BodyRoom.of(Runtime.getRuntime().maxMemory(), settings.maxBody());
        String token = settings.productToken();
        // Nothing is shared between the guards: neither a connection nor a robots.txt that only one of them may read.
        this.hops = Map.of(
                AddressGuard.PUBLIC, new HttpHop(AddressGuard.PUBLIC, this.dns, settings),
                AddressGuard.PRIVATE_TOO, new HttpHop(AddressGuard.PRIVATE_TOO, this.dns, settings));
        this.robots = Map.of(
                AddressGuard.PUBLIC,
                        new RobotsCache(token, (site, left) -> loadRobots(site, AddressGuard.PUBLIC, left), clock),
                AddressGuard.PRIVATE_TOO,
                        new RobotsCache(
                                token, (site, left) -> loadRobots(site, AddressGuard.PRIVATE_TOO, left), clock));
    }

    /** How long the host of an address wants to be left alone from now; zero when it may be asked at once. */
    public Duration pauseBefore(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        return url == null ? Duration.ZERO : gate.pauseBefore(WebAddress.authority(url));
    }

    /** Sitemaps that the site of an address names in its robots.txt, as far as that was read lately. Does no I/O. */
    public List<URI> sitemaps(URI page, boolean allowPrivate) {
        HttpUrl url = HttpUrl.get(page);
        return url == null
                ? List.of()
                : robots(allowPrivate ? AddressGuard.PRIVATE_TOO : AddressGuard.PUBLIC).sitemaps(url).stream()
                        .map(url::resolve)
                        .filter(Objects::nonNull)
                        .map(HttpUrl::uri)
                        .toList();
    }

    /**
     * What is done with an outcome.
     *
     * @param <E> what may go wrong with it
     */
    public interface Use<E extends Exception> {
        void of(FetchOutcome outcome) throws E;
    }

    /**
     * Fetches an address and hands the outcome over, as {@link #fetch(FetchRequest)} does. A large body keeps its place in
     * memory, for which others wait, until the use ends.
     */
    public <E extends Exception> void fetch(FetchRequest request, Use<E> use) throws E {
        try (BodyRoom.Share share = room.new Share()) {
            use.of(outcome(request, share));
        }
    }

    /** Fetches an address. Never throws: whatever happens is an outcome. Blocks until the deadline at most. */
    public FetchOutcome fetch(FetchRequest request) {
        try (BodyRoom.Share share = room.new Share()) {
            return outcome(request, share);
        }
    }

    private FetchOutcome outcome(FetchRequest request, BodyRoom.Share share) {
        Allowance time = new Allowance(settings.deadline(), System::nanoTime);
        Visit visit = new Visit(request, time, share);
        try {
            return visit.run();
        } catch (IOException e) {
            return visit.failed(FetchFailures.of(e), FetchFailures.detail(e), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return visit.failed(FetchFailure.CANCELLED, "interrupted", null);
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        hops.values().forEach(HttpHop::close);
        dns.close();
    }

    /** One request on its way through its redirects. */
    private final class Visit {

        private final FetchRequest request;
        private final AddressGuard guard;
        private final Allowance time;
        private final BodyRoom.Share share;
        private URI here;

        Visit(FetchRequest request, Allowance time, BodyRoom.Share share) {
            this.share = share;
            this.request = request;
            this.guard = request.allowPrivate() ? AddressGuard.PRIVATE_TOO : AddressGuard.PUBLIC;
            this.time = time;
            this.here = request.uri();
        }

        FetchOutcome run() throws IOException, InterruptedException {
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
                RobotsVerdict verdict = robots(guard).verdict(url, time.left());
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

        private Step ask(HttpUrl url, Duration pause) throws IOException, InterruptedException {
            long begin = time.now();
            HostGate.Turn turn = gate.enter(WebAddress.authority(url), time.patience());
            time.waitedSince(begin);
            Duration rest = pause;
            try {
                Step step = hop(guard)
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

        private Duration rest(Step step, HttpUrl url, Duration pause) {
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
            if (isRedirect(status)) {
                HttpUrl target = target(url, headers);
                return target == null
                        ? done(failed(FetchFailure.BAD_REDIRECT, "a redirect that leads nowhere", status))
                        : new Redirect(target);
            }
            Instant now = clock.instant();
            @Nullable Duration retryAfter = RetryAfter.of(headers, now);
            if (status == 429 || (status == 503 && retryAfter != null)) {
                return done(new FetchOutcome.RateLimited(here, status, retryAfter, time.spent()));
            }
            if (status == 404 || status == 410) {
                return done(new FetchOutcome.Gone(here, status, time.spent()));
            }
            if (status == 304 && !request.validators().equals(Validators.NONE)) {
                return done(new FetchOutcome.NotModified(here, time.spent()));
            }
            if (status < 200 || status > 299 || status == 206) {
                return done(failed(FetchFailures.ofStatus(status), "answered " + status, status));
            }
            byte[] body =
                    BodyReader.whole(wire, HttpHop.codings(headers), settings.maxBody(), () -> share.take(time.left()));
            Validators validators = new Validators(validator(headers, "ETag"), validator(headers, "Last-Modified"));
            return done(new FetchOutcome.Fetched(
                    here, status, body, headers.get("Content-Type"), validators, time.spent()));
        }

        FetchOutcome failed(FetchFailure failure, String detail, @Nullable Integer status) {
            return new FetchOutcome.Failed(here, failure, detail, status, time.spent());
        }
    }

    /** Verbatim; absent when it is longer than any that means something, since it is remembered and sent back. */
    private static @Nullable String validator(Headers headers, String name) {
        String value = headers.get(name);
        return value == null || value.length() > LONGEST_VALIDATOR ? null : value;
    }

    private sealed interface Step {}

    private record Redirect(HttpUrl target) implements Step {}

    private record Done(FetchOutcome outcome) implements Step {}

    private static Step done(FetchOutcome outcome) {
        return new Done(outcome);
    }

    private Answer loadRobots(HttpUrl robotsTxt, AddressGuard guard, Duration left)
            throws IOException, InterruptedException {
        Allowance time = new Allowance(shorter(ROBOTS_TIME, left), System::nanoTime);
        try {
            HttpUrl url = robotsTxt;
            for (int i = 0; i <= ROBOTS_REDIRECTS && url != null; i++) {
                RobotsHop hop = askForRobots(WebAddress.check(url, guard == AddressGuard.PRIVATE_TOO), guard, time);
                if (hop.answer() != null) {
                    return hop.answer();
                }
                url = hop.next();
            }
            return new Answer.Rules(
                    RobotsRules.ALLOW_ALL); // RFC 9309, 2.3.1.2: redirects without end are no robots.txt
        } catch (IOException e) {
            FetchFailure failure = FetchFailures.of(e);
            if (failure == FetchFailure.CANCELLED || failure == FetchFailure.HOST_BUSY) {
                throw e;
            }
            return new Answer.Unreachable(failure, FetchFailures.detail(e));
        }
    }

    private record RobotsHop(
            @Nullable Answer answer, @Nullable HttpUrl next) {}

    private RobotsHop askForRobots(HttpUrl url, AddressGuard guard, Allowance time)
            throws IOException, InterruptedException {
        HostGate.Turn turn = gate.enter(WebAddress.authority(url), time.left());
        try {
            return hop(guard).get(url, Validators.NONE, time.left(), (status, headers, wire) -> {
                if (isRedirect(status)) {
                    return new RobotsHop(null, target(url, headers));
                }
                if (status >= 500) {
                    return new RobotsHop(new Answer.ServerError("robots.txt answers " + status), null);
                }
                byte[] file = status >= 200 && status <= 299
                        ? BodyReader.beginning(wire, HttpHop.codings(headers), ROBOTS_BYTES)
                        : new byte[0];
                return new RobotsHop(new Answer.Rules(RobotsRules.parse(file)), null);
            });
        } finally {
            turn.end(Duration.ZERO);
        }
    }

    private HttpHop hop(AddressGuard guard) {
        return Objects.requireNonNull(hops.get(guard));
    }

    private RobotsCache robots(AddressGuard guard) {
        return Objects.requireNonNull(robots.get(guard));
    }

    private Duration pause(Duration crawlDelay) {
        return longer(settings.hostDelay(), shorter(crawlDelay, LONGEST_CRAWL_DELAY));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static @Nullable HttpUrl target(HttpUrl from, Headers headers) {
        String location = headers.get("Location");
        return location == null ? null : from.resolve(location);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
