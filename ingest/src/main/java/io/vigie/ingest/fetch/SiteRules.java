package io.vigie.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** What a site's robots.txt says to us. */
interface SiteRules {

    SiteRules ALLOW_ALL = new SiteRules() {
        @Override
        public boolean allows(String url) {
            return true;
        }

        @Override
        public Duration crawlDelay() {
            return Duration.ZERO;
        }
    };

    boolean allows(String url);

    Duration crawlDelay();

    static SiteRules parse(byte[] robots, String token) {
        SimpleRobotRules rules = new SimpleRobotRulesParser()
                .parseContent("http://x/", robots, "text/plain", Set.of(token.toLowerCase(Locale.ROOT)));
        return new SiteRules() {
            @Override
            public boolean allows(String url) {
                return rules.isAllowed(url);
            }

            @Override
            public Duration crawlDelay() {
                return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
            }
        };
    }
}
