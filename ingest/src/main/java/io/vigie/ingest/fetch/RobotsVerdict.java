package io.vigie.ingest.fetch;

import java.time.Duration;

/** What a site's robots.txt means for one address. */
sealed interface RobotsVerdict {

    /**
     * Go on.
     *
     * @param crawlDelay pause that the site asks for; zero when it asks for none
     */
    record Allowed(Duration crawlDelay) implements RobotsVerdict {}

    /** Stay away: a rule says so, or the site's server error must be taken for one (RFC 9309, 2.3.1.4). */
    record Disallowed(String detail) implements RobotsVerdict {}

    /** The site cannot be reached at all; neither can the page. */
    record Unreachable(FetchFailure failure, String detail) implements RobotsVerdict {}
}
