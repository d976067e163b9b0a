package io.vigie.ingest.robots;

import io.vigie.ingest.robots.RobotsRules.Group;
import io.vigie.ingest.robots.RobotsRules.Rule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads robots.txt line by line, octets as characters: what its authors took for its charset does not matter. */
final class RobotsParser {

    /** RFC 9309, 2.5. */
    private static final int LARGEST = 500 * 1024;

    /** Beyond it a pattern fits no address: eight times the longest one that browsers have taken; Google cuts here too. */
    private static final int LONGEST_LINE = 16_663;

    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

    private static final int MOST_SITEMAPS = 1_000;

    private static final Pattern LINES = Pattern.compile("\r\n|\n|\r");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6}");

    /** Spellings that are as good as the right one: no other word is meant by them. */
    private static final Set<String> USER_AGENT = Set.of("user-agent", "useragent", "user agent", "user_agent");

    private static final Set<String> DISALLOW =
            Set.of("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw");
    private static final Set<String> SITEMAP = Set.of("sitemap", "site-map");

    private final List<Group> groups = new ArrayList<>();
    private final List<String> sitemaps = new ArrayList<>();
    private List<UserAgent> agents = new ArrayList<>();
    private List<Rule> rules = new ArrayList<>();
    private @Nullable Duration crawlDelay;
    private boolean ruleSeen;

    private RobotsParser() {}

    static RobotsRules parse(byte[] robotsTxt) {
        RobotsParser parser = new RobotsParser();
        for (String line : LINES.split(text(robotsTxt), -1)) {
            parser.line(line);
        }
        parser.endGroup();
        return new RobotsRules(parser.groups, parser.sitemaps);
    }

    private static String text(byte[] robotsTxt) {
        String octets = octets(robotsTxt);
        if (octets.length() <= LARGEST) {
            return octets;
        }
        String kept = octets.substring(0, LARGEST);
        int lastLine = Math.max(kept.lastIndexOf('\n'), kept.lastIndexOf('\r'));
        return kept.substring(0, lastLine + 1); // half a rule is no rule
    }

    private static String octets(byte[] bytes) {
        String octets = new String(bytes, StandardCharsets.ISO_8859_1);
        if (octets.startsWith("\u00ff\u00fe")) {
            return PercentEncoding.octets(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (octets.startsWith("\u00fe\u00ff")) {
            return PercentEncoding.octets(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        int mark = 0; // some editors cut it in half
        while (mark < UTF_8_MARK.length() && mark < octets.length() && octets.charAt(mark) == UTF_8_MARK.charAt(mark)) {
            mark++;
        }
        return octets.substring(mark);
    }

    private void line(String written) {
        String line = written.length() > LONGEST_LINE ? written.substring(0, LONGEST_LINE) : written;
        int comment = line.indexOf('#');
        String content = (comment < 0 ? line : line.substring(0, comment)).strip();
        int colon = content.indexOf(':');
        if (colon > 0) {
            directive(
                    key(content.substring(0, colon)),
                    content.substring(colon + 1).strip());
        } else if (colon < 0) {
            withoutColon(content);
        }
    }

    /** {@code Disallow /private}: people forget the colon, and two words leave no doubt. */
    private void withoutColon(String content) {
        String[] words = content.split("\\s+", -1);
        if (words.length == 2) {
            directive(key(words[0]), words[1]);
        }
    }

    private static String key(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private void directive(String key, String value) {
        if (USER_AGENT.contains(key)) {
            userAgent(value);
        } else if (key.equals("allow") || DISALLOW.contains(key)) {
            rule(key.equals("allow"), value);
        } else if (key.equals("crawl-delay")) {
            crawlDelay(value);
        } else if (SITEMAP.contains(key) && !value.isEmpty() && sitemaps.size() < MOST_SITEMAPS) {
            sitemaps.add(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }

    private void userAgent(String value) {
        if (ruleSeen) {
            endGroup();
        }
        agents.add(new UserAgent(value));
    }

    private void rule(boolean allow, String value) {
        ruleSeen = true;
        if (!agents.isEmpty() && !value.isEmpty()) {
            rules.add(new Rule(allow, PathPattern.of(value)));
        }
    }

    private void crawlDelay(String value) {
        if (!agents.isEmpty() && crawlDelay == null && SECONDS.matcher(value).matches()) {
            crawlDelay =
                    Duration.ofMillis(new BigDecimal(value).movePointRight(3).longValue());
        }
    }

    private void endGroup() {
        if (!agents.isEmpty()) {
            groups.add(new Group(List.copyOf(agents), List.copyOf(rules), crawlDelay));
        }
        agents = new ArrayList<>();
        rules = new ArrayList<>();
        crawlDelay = null;
        ruleSeen = false;
    }
}
