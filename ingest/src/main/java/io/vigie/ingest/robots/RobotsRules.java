package io.vigie.ingest.robots;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a robots.txt allows, by RFC 9309. Parsing never fails: a line that is no rule is no rule.
 *
 * <pre>{@code
 * RobotsRules rules = RobotsRules.parse(body);
 * rules.allows("Vigie", "https://otan.example/fr/news?page=2");
 * }</pre>
 */
public final class RobotsRules {

    /** Everything is allowed: there is no robots.txt (RFC 9309, 2.3.1.3). */
    public static final RobotsRules ALLOW_ALL = new RobotsRules(List.of(), List.of());

    private final List<Group> groups;
    private final List<String> sitemaps;

    RobotsRules(List<Group> groups, List<String> sitemaps) {
        this.groups = List.copyOf(groups);
        this.sitemaps = List.copyOf(sitemaps);
    }

    /**
     * Reads a robots.txt.
     *
     * @param robotsTxt UTF-8, with or without byte order mark; what lies beyond 500 KiB is left (RFC 9309, 2.5)
     */
    public static RobotsRules parse(byte[] robotsTxt) {
        return RobotsParser.parse(robotsTxt);
    }

    /**
     * Whether a crawler may fetch an address.
     *
     * @param productToken name of the crawler, for example {@code Vigie}; a version or comment behind it is left aside
     * @param url absolute, or path and query alone; a fragment does not count
     */
    public boolean allows(String productToken, String url) {
        String target = UrlPath.of(url);
        if (target.equals("/robots.txt")) {
            return true; // implicitly (RFC 9309, 2.2.2)
        }
        int allow = -1;
        int disallow = 0; // an empty pattern forbids nothing
        for (Group group : applicable(productToken)) {
            for (Rule rule : group.rules()) {
                if (rule.length() > (rule.allow() ? allow : disallow) && rule.matches(target)) {
                    if (rule.allow()) {
                        allow = rule.length();
                    } else {
                        disallow = rule.length();
                    }
                }
            }
        }
        return disallow == 0 || allow >= disallow;
    }

    /** As {@link #allows(String, String)}. */
    public boolean allows(String productToken, URI url) {
        return allows(productToken, url.toString());
    }

    /** The pause between two requests that the site asks of a crawler; not in RFC 9309, but widely used. */
    public Optional<Duration> crawlDelay(String productToken) {
        return applicable(productToken).stream()
                .map(Group::crawlDelay)
                .filter(delay -> delay != null)
                .findFirst();
    }

    /** Addresses of sitemaps, as written, in order; they hold for every crawler. */
    public List<String> sitemaps() {
        return sitemaps;
    }

    /** All groups that name the crawler; those for everybody when none does (RFC 9309, 2.2.1). */
    private List<Group> applicable(String productToken) {
        List<Group> own = new ArrayList<>();
        List<Group> everybody = new ArrayList<>();
        for (Group group : groups) {
            if (group.names(productToken)) {
                own.add(group);
            } else if (group.everybody()) {
                everybody.add(group);
            }
        }
        return own.isEmpty() ? everybody : own;
    }

    /**
     * Consecutive {@code User-agent} lines and the rules below them.
     *
     * @param agents as written, at least one
     * @param crawlDelay absent when none is asked for
     */
    record Group(
            List<UserAgent> agents,
            List<Rule> rules,
            @Nullable Duration crawlDelay) {

        boolean names(String productToken) {
            return agents.stream().anyMatch(agent -> agent.names(productToken));
        }

        boolean everybody() {
            return agents.stream().anyMatch(UserAgent::everybody);
        }
    }

    /**
     * One {@code Allow} or {@code Disallow} line.
     *
     * @param pattern of paths
     */
    record Rule(boolean allow, PathPattern pattern) {

        int length() {
            return pattern.length();
        }

        boolean matches(String path) {
            return pattern.matches(path);
        }
    }
}
