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
    private static final Pattern ROOT = Pattern.compile("(?i)(<!--)|(-->)|<(?:[\\w.-]+:)?"
            + "(rss|rdf|feed|channel|entry|urlset|sitemapindex|html|head|body|!doctype\\s+html)(?=[\\s>/])");

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
                return byName(matcher.group(3).toLowerCase(Locale.ROOT));
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
