package io.vigie.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The local press at a moment that stands still, started for every test, and a reader of it. */
abstract class DemoSiteTesting {

    static final Instant NOW = Instant.parse("2026-04-09T12:05:09.250Z");

    final DemoPress press = DemoPress.load();
    final DemoSite site = new DemoSite(press, Clock.fixed(NOW, ZoneOffset.UTC));
    final Reader reader = new Reader();

    @BeforeEach
    void start() throws IOException {
        site.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    URI page(String id) {
        return address(Objects.requireNonNull(press.items().get(id), id));
    }

    URI address(DemoItem item) {
        return base(press.outletOf(item)).resolve(press.outletOf(item).pathOf(item));
    }

    URI base(DemoOutlet outlet) {
        return base(outlet.id());
    }

    URI base(String outlet) {
        return site.sources().stream()
                .filter(source -> source.id().equals(outlet))
                .map(source -> source.url().resolve("/"))
                .findFirst()
                .orElseThrow();
    }
}
