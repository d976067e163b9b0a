package io.vigie.ingest.fetch;

import static io.vigie.ingest.fetch.Durations.shorter;

import io.vigie.events.FetchState.Validators;
import io.vigie.ingest.fetch.RobotsCache.Answer;
import io.vigie.ingest.robots.RobotsRules;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads the robots.txt of a site through its redirects (RFC 9309, 2.3.1 and 2.5), in its host's turn. */
final class RobotsLoader implements RobotsCache.Loader {

    private static final int MOST_REDIRECTS = 5; // RFC 9309, 2.3.1.2
    private static final int MOST_BYTES = 512_000; // RFC 9309, 2.5
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AddressGuard guard;
    private final HttpHop hop;
    private final HostGate gate;

    RobotsLoader(AddressGuard guard, HttpHop hop, HostGate gate) {
        this.guard = guard;
        this.hop = hop;
        this.gate = gate;
    }

    @Override
    public Answer load(HttpUrl robotsTxt, Duration left) throws IOException, InterruptedException {
        Allowance time = new Allowance(shorter(LONGEST, left), System::nanoTime);
        try {
            HttpUrl url = robotsTxt;
            for (int i = 0; i <= MOST_REDIRECTS && url != null; i++) {
                Step step = ask(WebAddress.check(url, guard == AddressGuard.PRIVATE_TOO), time);
                if (step.answer() != null) {
                    return step.answer();
                }
                url = step.next();
            }
            // RFC 9309, 2.3.1.2: redirects without end are no robots.txt
            return new Answer.Rules(RobotsRules.ALLOW_ALL);
        } catch (IOException e) {
            FetchFailure failure = FetchFailures.of(e);
            if (failure == FetchFailure.CANCELLED || failure == FetchFailure.HOST_BUSY) {
                throw e;
            }
            return new Answer.Unreachable(failure, FetchFailures.detail(e));
        }
    }

    /** An answer, or where to ask for one; neither after a redirect that leads nowhere. */
    private record Step(@Nullable Answer answer, @Nullable HttpUrl next) {}

    private Step ask(HttpUrl url, Allowance time) throws IOException, InterruptedException {
        HostGate.Turn turn = gate.enter(WebAddress.authority(url), time.left());
        try {
            return hop.get(
                    url, Validators.NONE, time.left(), (status, headers, wire) -> read(url, status, headers, wire));
        } finally {
            turn.end(Duration.ZERO);
        }
    }

    private static Step read(HttpUrl url, int status, Headers headers, InputStream wire) throws IOException {
        if (Redirects.isRedirect(status)) {
            return new Step(null, Redirects.target(url, headers));
        }
        if (status >= 500) {
            return new Step(new Answer.ServerError("robots.txt answers " + status), null);
        }
        byte[] file = status >= 200 && status <= 299
                ? BodyReader.beginning(wire, HttpHop.codings(headers), MOST_BYTES)
                : new byte[0];
        return new Step(new Answer.Rules(RobotsRules.parse(file)), null);
    }
}
