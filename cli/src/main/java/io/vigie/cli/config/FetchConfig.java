package io.vigie.cli.config;

import io.vigie.ingest.fetch.FetchSettings;
import java.time.Duration;

/**
 * Section {@code fetch} of {@code vigie.yaml}; see {@link FetchSettings} for the meaning and limits of each key.
 *
 * @param userAgent for example {@code Vigie/0.1 (+https://desk.example/bot)}
 * @param hostDelay for example {@code 1s}
 * @param maxBody for example {@code 8MiB}
 * @param deadline for example {@code 30s}
 */
public record FetchConfig(String userAgent, Duration hostDelay, ByteSize maxBody, Duration deadline) {

    // Jackson passes null for a key that the file leaves out.
    public FetchConfig {
        FetchSettings defaults = FetchSettings.defaults();
        userAgent = userAgent == null ? defaults.userAgent() : userAgent;
        hostDelay = hostDelay == null ? defaults.hostDelay() : hostDelay;
        maxBody = maxBody == null ? new ByteSize(defaults.maxBody()) : maxBody;
        deadline = deadline == null ? defaults.deadline() : deadline;
        new FetchSettings(userAgent, hostDelay, maxBody.bytes(), deadline); // refuses what is out of bounds
    }

    static FetchConfig defaults() {
        FetchSettings defaults = FetchSettings.defaults();
        return new FetchConfig(
                defaults.userAgent(), defaults.hostDelay(), new ByteSize(defaults.maxBody()), defaults.deadline());
    }

    /** The defaults with another pause between two requests to one host. */
    public static FetchConfig polite(Duration hostDelay) {
        FetchConfig defaults = defaults();
        return new FetchConfig(defaults.userAgent(), hostDelay, defaults.maxBody(), defaults.deadline());
    }

    public FetchSettings settings() {
        return new FetchSettings(userAgent, hostDelay, maxBody.bytes(), deadline);
    }
}
