package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.fetch.FetchOutcome.Failed;
import io.vigie.ingest.web.Answers;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are contacted: as written, as names lead to them, and as redirects do. */
class FetcherAddressTest extends FetcherTesting {

    @Test
    void namesTheLastHop() {
        site.on("/a", Answers.redirect("/b")).on("/b", Answers.html("<p>"));

        assertThat(fetch("/a").uri()).isEqualTo(site.uri("/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/a",
                "http://localhost:%d/a",
                "http://[::ffff:127.0.0.1]:%d/a",
                "http://2130706433:%d/a",
                "http://0.0.0.0:%d/a",
                "http://127.1:%d/a"
            })
    void doesNotTouchThisMachineUnlessAllowed(String address) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(URI.create(address.formatted(site.port()))));

        assertThat(outcome).asInstanceOf(type(Failed.class)).returns(FetchFailure.FORBIDDEN_ADDRESS, Failed::failure);
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void refusesANameThatTurnsToAForbiddenAddress() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        List<InetAddress> first = List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        List<InetAddress> then =
                List.of(InetAddress.getByAddress(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254}));
        site.on("/robots.txt", Answers.status(404)).on("/a", Answers.html("<p>secret"));
        try (Fetcher rebound = fetcher(name -> lookups.getAndIncrement() == 0 ? first : then)) {
            FetchOutcome outcome = rebound.fetch(
                    new FetchRequest(URI.create("http://press.example:" + site.port() + "/a"), Validators.NONE, true));

            assertThat(outcome)
                    .asInstanceOf(type(Failed.class))
                    .returns(FetchFailure.FORBIDDEN_ADDRESS, Failed::failure);
        }
        assertThat(site.requests()).extracting(request -> request.path()).containsExactly("/robots.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://press.example:25/",
                "ftp://press.example/",
                "file:///etc/passwd",
                "http://a@press.example/"
            })
    void refusesWhatIsNoWebAddress(String address) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(URI.create(address)));

        assertThat(outcome).asInstanceOf(type(Failed.class)).returns(FetchFailure.BAD_ADDRESS, Failed::failure);
    }
}
