package io.vigie.cli.demo;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vigie.cli.demo.Newsstand.Showing;
import io.vigie.events.SourceDefinition;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration's press: every outlet on a port of its own, so that a polite reader, who asks
 * one host for one page at a time, still reads them side by side.
 *
 * <pre>{@code
 * try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC())) {
 *     site.start();
 *     watch(site.sources());
 *     while (site.publishNext()) { ... }   // a few items at a time, dated as they appear
 *     // when the first alerts are through:
 *     site.amend();                        // one page is edited in silence, one is taken down
 * }
 * }</pre>
 *
 * The order of publication is fixed. A page that is to change shows its first text until that was read once, so that no
 * reader, however slow, can miss the change. Thread-safe once started.
 */
public final class DemoSite implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int THREADS = 4;

    private final DemoPress press;
    private final PressAddress address;
    private final Newsstand newsstand;
    private final List<HttpServer> servers = new ArrayList<>();
    private final Map<String, URI> bases = new LinkedHashMap<>();
    private @Nullable URI base;
    private @Nullable ExecutorService threads;

    /**
     * Prepares a site on loopback; nothing listens before {@link #start()}.
     *
     * @param press what it serves
     * @param clock that dates what is published
     */
    public DemoSite(DemoPress press, Clock clock) {
        this(press, clock, PressAddress.LOOPBACK);
    }

    /** Prepares a site with an address of its own. */
    public DemoSite(DemoPress press, Clock clock, PressAddress address) {
        this.press = press;
        this.address = address;
        this.newsstand = new Newsstand(press.schedule(), clock);
    }

    /**
     * Opens every outlet on a port of its own; nothing is published yet.
     *
     * @throws IOException when no port can be had
     */
    public void start() throws IOException {
        if (threads != null) {
            throw new IllegalStateException("the site was started already");
        }
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "demo-site");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (DemoOutlet outlet : press.outlets().values()) {
                OutletPages pages = new OutletPages(press, outlet, newsstand);
                bases.put(
                        outlet.id(),
                        serve(threads, own -> new SiteHandler(path -> pages.answer(own, path), this::wasRead)));
            }
            Kiosk kiosk = new Kiosk(press, bases);
            base = serve(threads, own -> new SiteHandler(kiosk::answer, this::wasRead));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Address of the kiosk, a page that links to every outlet. */
    public URI base() {
        if (base == null) {
            throw new IllegalStateException("the site was not started");
        }
        return base;
    }

    /** The outlets as sources, each looked at every second. */
    public List<SourceDefinition> sources() {
        base();
        return press.outlets().values().stream()
                .map(outlet -> outlet.source(baseOf(outlet), press.languagesOf(outlet), EVERY))
                .toList();
    }

    /** Publishes the next few items, dated now; {@code false} when everything is out already. */
    public boolean publishNext() {
        return newsstand.publishNext();
    }

    /** Publishes everything that is not out yet, dated now. */
    public void publishAll() {
        while (newsstand.publishNext()) {
            // each call publishes the next few
        }
    }

    /**
     * Lets the press change its mind: from now on the page with a second text shows it and the withdrawn page answers
     * 410, each once its first text was read.
     */
    public void amend() {
        newsstand.amend();
    }

    /** Pages that are out and may be read, by robots.txt; a page that is gone by now is among them. */
    public Set<URI> published() {
        return addresses(item -> !item.forbidden() && newsstand.showing(item) != Showing.NOTHING_YET);
    }

    /** Pages whose text was sent to a reader at least once; one that robots.txt forbids should never be here. */
    public Set<URI> fetched() {
        return addresses(item ->
                newsstand.hasBeenRead(item, Showing.FIRST_TEXT) || newsstand.hasBeenRead(item, Showing.SECOND_TEXT));
    }

    /** Pages that are out and whose present state, be it text or 410, no reader has met yet; empty when all is read. */
    public Set<URI> unread() {
        return addresses(item -> {
            Showing showing = newsstand.showing(item);
            return !item.forbidden() && showing != Showing.NOTHING_YET && !newsstand.hasBeenRead(item, showing);
        });
    }

    /**
     * When pages appeared, exactly, by address: what seconds to searchable are counted from. Outlets themselves state it
     * in their own ways, some to the day only.
     */
    public Map<URI, Instant> publishedAt() {
        Map<URI, Instant> moments = new LinkedHashMap<>();
        for (DemoItem item : press.items().values()) {
            newsstand.publishedAt(item).ifPresent(moment -> moments.put(addressOf(item), moment));
        }
        return moments;
    }

    /** What a right pipeline makes of all this. */
    public DemoExpectations expectations() {
        base();
        return DemoExpectations.of(press, this::addressOf);
    }

    /** Stops serving at once. */
    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        servers.clear();
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private URI serve(ExecutorService executor, Function<URI, HttpHandler> handler) throws IOException {
        HttpServer server = HttpServer.create(address.bind(servers.size()), 0);
        servers.add(server);
        URI own = address.uri(server.getAddress().getPort());
        server.createContext("/", handler.apply(own));
        server.setExecutor(executor);
        server.start();
        return own;
    }

    private void wasRead(Answer.Page page) {
        newsstand.wasRead(page.item(), page.showing());
    }

    private Set<URI> addresses(Predicate<DemoItem> which) {
        Set<URI> addresses = new LinkedHashSet<>();
        press.items().values().stream().filter(which).map(this::addressOf).forEach(addresses::add);
        return addresses;
    }

    private URI addressOf(DemoItem item) {
        DemoOutlet outlet = press.outletOf(item);
        return baseOf(outlet).resolve(outlet.pathOf(item));
    }

    private URI baseOf(DemoOutlet outlet) {
        return Objects.requireNonNull(bases.get(outlet.id()), outlet.id());
    }
}
