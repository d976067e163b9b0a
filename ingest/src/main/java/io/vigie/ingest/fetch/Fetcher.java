package io.vigie.ingest.fetch;

import static io.vigie.ingest.fetch.Durations.shorter;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Fetches one address after the other, politely and without trust. Thread-safe.
 *
 * <p>Redirects are followed by hand: at every hop the address is judged, the site's robots.txt is asked, the host's
 * turn is waited for, and the guard looks at the address that the socket connects to.
 */
public final class Fetcher implements AutoCloseable {

    private static final Duration DNS_TIME = Duration.ofSeconds(10);

    private final FetchSettings settings;
    private final Clock clock;
    private final HostGate gate;
    private final BoundedDns dns;
    private final BodyRoom room;
    private final Visit.Way toPublic;
    private final Visit.Way toPrivateToo;

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
        this.toPublic = way(AddressGuard.PUBLIC);
        this.toPrivateToo = way(AddressGuard.PRIVATE_TOO);
    }

    private Visit.Way way(AddressGuard guard) {
        HttpHop hop = new HttpHop(guard, dns, settings);
        RobotsCache robots = new RobotsCache(settings.productToken(), new RobotsLoader(guard, hop, gate), clock);
        return new Visit.Way(settings, clock, gate, hop, robots);
    }

    private Visit.Way way(boolean allowPrivate) {
        return allowPrivate ? toPrivateToo : toPublic;
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
                : way(allowPrivate).robots().sitemaps(url).stream()
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
            use.of(new Visit(request, way(request.allowPrivate()), share).outcome());
        }
    }

    /** Fetches an address. Never throws: whatever happens is an outcome. Blocks until the deadline at most. */
    public FetchOutcome fetch(FetchRequest request) {
        try (BodyRoom.Share share = room.new Share()) {
            return new Visit(request, way(request.allowPrivate()), share).outcome();
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        toPublic.hop().close();
        toPrivateToo.hop().close();
        dns.close();
    }
}
