package io.vigie.ingest.scrape;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for one address, so that an item is the same item at every poll and from every feed: scheme and host in
 * lower case, no default port, no user, no fragment, no dot segments, percent-encoding in upper case and only where it
 * is needed, no parameters that only count visitors, the others in the order given.
 *
 * <p>Example: {@code HTTP://Www.Example.org:80/a/../b?utm_source=rss&id=7#top} is {@code http://www.example.org/b?id=7}.
 */
public final class CanonicalUrl {

    private static final TrackingParameters TRACKERS = TrackingParameters.shipped();

    private CanonicalUrl() {}

    /**
     * The one spelling of an address. An address that is not http(s), or has no host, is returned as it is.
     *
     * @param address absolute
     */
    public static URI of(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || !scheme.toLowerCase(Locale.ROOT).startsWith("http")) {
            return address;
        }
        int port = address.getPort();
        String protocol = scheme.toLowerCase(Locale.ROOT);
        boolean standardPort = port == -1 || port == (protocol.equals("https") ? 443 : 80);
        StringBuilder out = new StringBuilder(address.toString().length());
        out.append(protocol).append("://");
        String name = host.toLowerCase(Locale.ROOT);
        out.append(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        if (!standardPort) {
            out.append(':').append(port);
        }
        out.append(path(address.normalize().getRawPath()));
        String query = query(address.getRawQuery());
        if (!query.isEmpty()) {
            out.append('?').append(query);
        }
        try {
            return new URI(out.toString());
        } catch (URISyntaxException e) {
            return address;
        }
    }

    /**
     * What makes an address the same item as another: the canonical spelling under {@code https}, without {@code www.}
     * and without a last slash. No outlet serves two articles that differ in nothing else, and feeds mix all of them.
     * For comparing and for {@link io.vigie.events.ItemId}, not for fetching: an old host may not speak {@code https}.
     *
     * @param address absolute
     */
    public static URI identity(URI address) {
        String text = of(address).toString();
        if (!text.startsWith("http")) {
            return address;
        }
        String rest = text.substring(text.indexOf("://") + "://".length());
        String bare = rest.startsWith("www.") ? rest.substring("www.".length()) : rest;
        int end = bare.length();
        while (end > 0 && bare.charAt(end - 1) == '/') {
            end--;
        }
        try {
            return new URI("https://" + bare.substring(0, end));
        } catch (URISyntaxException e) {
            return address;
        }
    }

    private static String path(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "/";
        }
        String path = raw;
        while (path.startsWith("/../")) {
            path = path.substring(3);
        }
        int session = path.toLowerCase(Locale.ROOT).indexOf(";jsessionid=");
        return escapes(session >= 0 ? path.substring(0, session) : path);
    }

    private static String query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : raw.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !TRACKERS.contain(name)) {
                kept.add(escapes(parameter));
            }
        }
        return String.join("&", kept);
    }

    /** Escapes in upper case; those of unreserved characters (RFC 3986, 2.3) undone. */
    private static String escapes(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && WrittenAddress.isEscape(text, i)) {
                int value = Character.digit(text.charAt(i + 1), 16) * 16 + Character.digit(text.charAt(i + 2), 16);
                if (value < 128 && (Character.isLetterOrDigit(value) || "-._~".indexOf(value) >= 0)) {
                    out.append((char) value);
                } else {
                    out.append('%').append(WrittenAddress.hex(value >> 4)).append(WrittenAddress.hex(value & 15));
                }
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
