package io.vigie.ingest.fetch;

import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.web.LocalSite;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;

/** The real fetcher, in a hurry, and a site of this machine that behaves as told. */
abstract class FetcherTesting {

    static final FetchSettings SETTINGS = new FetchSettings(
            "Vigie/0.1 (+https://desk.example/bot)", Duration.ZERO, 1024 * 1024, Duration.ofMillis(1500));

    final LocalSite site = LocalSite.start();
    final Fetcher fetcher = fetcher(Dns.SYSTEM);

    @AfterEach
    void stop() {
        fetcher.close();
        site.close();
    }

    FetchOutcome fetch(String path) {
        return fetcher.fetch(new FetchRequest(site.uri(path), Validators.NONE, true));
    }

    static Fetcher fetcher(Dns dns) {
        return new Fetcher(SETTINGS, dns, Clock.systemUTC(), new HostGate(System::nanoTime, HostGate.Sleeper.REAL));
    }
}
