package io.vigie.ingest.fetch;

import io.vigie.ingest.robots.RobotsRules;
import java.time.Duration;

/**
 * What a site's robots.txt says to us.
 *
 * @param token the name by which we are called there
 */
record SiteRules(RobotsRules rules, String token) {

    static final SiteRules ALLOW_ALL = new SiteRules(RobotsRules.ALLOW_ALL, "");

    static SiteRules parse(byte[] robots, String token) {
        return new SiteRules(RobotsRules.parse(robots), token);
    }

    boolean allows(String url) {
        return rules.allows(token, url);
    }

    Duration crawlDelay() {
        return rules.crawlDelay(token).orElse(Duration.ZERO);
    }
}
