package io.vigie.ingest.discover;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document is, from its beginning. What the server calls it decides only where nothing else does. */
enum Recognition {
    FEED,
    SITEMAP,
    TEXT_SITEMAP,
    JSON,
    HTML,
    NOTHING;

    /** Roots, whatever junk stands before them; those in comments do not count. */
    private static final Pattern ROOT = Pattern.compile("(?i)(<!--)|(-->)|<([\\w.-]+:)?"
            + "(rss|rdf|feed|channel|entry|urlset|sitemapindex|html|head|body|!doctype\\s+html)(?=[\\s>/])");

    /** A feed behind what a server put before it; no page has these tags otherwise. */
    private static final Pattern FEED_IN_PAGE =
            Pattern.compile("(?i)<rss\\s[^<>]{0,1000}\\bversion\\s*=|<feed\\s[^<>]{0,1000}\\bxmlns\\s*=|<rdf:rdf\\s");

    private static final Pattern ANY_HTML = Pattern.compile("(?i)<(?:a|div|p|ul|table|article|section|main)[\\s>]");

    static Recognition of(String head, @Nullable String contentType) {
        String start = head.stripLeading().replace("\ufeff", "");
        if (start.startsWith("{") || start.startsWith("[")) {
            return JSON;
        }
        Recognition root = root(head);
        if (root != NOTHING) {
            return root;
        }
        if (TextSitemap.looksLike(start)) {
            return TEXT_SITEMAP;
        }
        boolean called =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
        return (called && start.contains("<")) || ANY_HTML.matcher(head).find() ? HTML : NOTHING;
    }

    private static Recognition root(String head) {
        boolean comment = false;
        Matcher matcher = ROOT.matcher(head);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                comment = true;
            } else if (matcher.group(2) != null) {
                comment = false;
            } else if (!comment) {
                Recognition root = byName(matcher.group(4).toLowerCase(Locale.ROOT));
                if (root == HTML && matcher.group(3) != null) {
                    continue; // the body of another envelope
                }
                return root == HTML && FEED_IN_PAGE.matcher(head).find() ? FEED : root;
            }
        }
        return NOTHING;
    }

    private static Recognition byName(String root) {
        return switch (root) {
            case "rss", "rdf", "feed", "channel", "entry" -> FEED;
            case "urlset", "sitemapindex" -> SITEMAP;
            default -> HTML;
        };
    }
}
