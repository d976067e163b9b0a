package io.vigie.ingest.discover;

import io.vigie.ingest.markup.UriReferences;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A link of a page that could lead to an article.
 *
 * @param anchor the element
 * @param target without fragment
 * @param place where in the page's structure it stands: links of one list share it
 * @param position among all links of the page
 */
record PageLink(Element anchor, URI target, String place, int position) {

    private static final int MOST = 20_000;
    private static final int LEVELS = 8;

    private static final Set<String> FURNITURE = Set.of("nav", "footer", "aside", "form", "button", "select");
    private static final Set<String> FURNITURE_ROLES = Set.of("navigation", "contentinfo", "search", "menu", "menubar");

    /** Class words that tell one entry of a list from the next. */
    private static final Pattern INDIVIDUAL =
            Pattern.compile("(?i).*\\d.*|odd|even|first|last|active|current|selected|new|featured|is-.*|has-.*");

    private static final Pattern MEDIA = Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|svg|webp|mp[34]|zip|ics|css|js)");

    /** The links of a page to other pages of its site, furniture left out. */
    static List<PageLink> of(HtmlPage page, URI address) {
        List<PageLink> links = new ArrayList<>();
        int position = 0;
        for (Element anchor : page.document().select("a[href]")) {
            URI target = position < MOST ? target(page, address, anchor) : null;
            if (target != null && !isFurniture(anchor)) {
                links.add(new PageLink(anchor, target, place(anchor), position));
            }
            position++;
        }
        return links;
    }

    private static @Nullable URI target(HtmlPage page, URI address, Element anchor) {
        String href = anchor.attr("href").strip();
        if (href.isEmpty() || href.startsWith("#")) {
            return null;
        }
        int hash = href.indexOf('#');
        URI target = UriReferences.resolve(page.base(), hash < 0 ? href : href.substring(0, hash));
        if (target == null || target.equals(address) || !sameSite(target, address)) {
            return null;
        }
        String path = target.getRawPath();
        boolean home = (path == null || path.length() <= 1) && target.getRawQuery() == null;
        return home || MEDIA.matcher(String.valueOf(path)).matches() ? null : target;
    }

    /** The same host, or one below the other, {@code www.} aside. */
    private static boolean sameSite(URI one, URI other) {
        String a = host(one);
        String b = host(other);
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? String.valueOf(uri.getRawAuthority()) : uri.getHost();
        return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    private static boolean isFurniture(Element anchor) {
        boolean inEntry = false;
        for (Element e = anchor; e != null; e = e.parent()) {
            String tag = e.normalName();
            if (FURNITURE.contains(tag)
                    || FURNITURE_ROLES.contains(e.attr("role").toLowerCase(Locale.ROOT))) {
                return true;
            }
            if (tag.equals("header") && !inEntry) {
                return !hasEntryAbove(e);
            }
            inEntry |= tag.equals("article") || tag.equals("li");
        }
        return false;
    }

    private static boolean hasEntryAbove(Element header) {
        return header.closest("article, li, section") != null;
    }

    private static String place(Element anchor) {
        StringBuilder place = new StringBuilder();
        Element e = anchor;
        for (int level = 0; level < LEVELS && e != null; level++) {
            place.append(e.normalName());
            if (level > 0) {
                e.classNames().stream()
                        .filter(word -> !INDIVIDUAL.matcher(word).matches())
                        .findFirst()
                        .ifPresent(word -> place.append('.').append(word));
            }
            place.append('<');
            e = e.parent();
        }
        return place.toString();
    }
}
