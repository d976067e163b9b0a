package io.vigie.ingest.scrape;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for one address, so that an item is the same item at every poll and from every feed: scheme and host in
 * lower case, no default port, no user, no fragment, no dot segments, percent-encoding in upper case and only where it
 * is needed, no parameters that only count visitors, the others in the order given.
 *
 * <p>Example: {@code HTTP://Www.Example.org:80/a/../b?utm_source=rss&id=7#top} is {@code http://www.example.org/b?id=7}.
 */
public final class CanonicalUrl {

    private static final int LONGEST = 4_096;

    private static final Set<String> TRACKERS = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gclsrc",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "hsctatracking",
            "icid",
            "ncid",
            "ocid",
            "cmpid",
            "cid_source",
            "ito",
            "partner_source",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "wt_mc",
            "wt.mc_id",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "smid",
            "soc_src",
            "soc_trk",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "spm",
            "ref_src",
            "ref_url",
            "__twitter_impression",
            "s_cid",
            "feedtype",
            "feedname",
            "amp_js_v",
            "usqp",
            "cmp",
            "sr_share",
            "share_source",
            "pk_campaign",
            "pk_kwd",
            "pk_source",
            "pk_medium",
            "mtm_campaign",
            "mtm_source",
            "mtm_medium",
            "oly_enc_id",
            "oly_anon_id",
            "vero_id",
            "rb_clickid",
            "jsessionid",
            "phpsessid");

    private static final Set<String> TRACKER_PREFIXES = Set.of("utm_", "utm-", "at_", "stm_", "hsa_", "vgo_");

    /** Labels under which registries sell names, where the site's own label is the third from the right. */
    private static final Set<String> SECOND_LEVEL =
            Set.of("co", "com", "org", "net", "gov", "gouv", "gob", "go", "ac", "edu", "or", "ne", "govt", "mil", "gv");

    /** Characters that RFC 3986 wants encoded and people leave bare. */
    private static final boolean[] BARE = new boolean[128];

    static {
        for (int c = 0; c < BARE.length; c++) {
            BARE[c] = c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0;
        }
    }

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

    /**
     * The address of an item, given what its page claims ({@code rel=canonical}, {@code og:url}). A claim is believed
     * when it is an address of the same site and not its home page; many sites point every page at the front page, or
     * at a staging host.
     *
     * @param claims in order of trust, as written, perhaps relative
     * @param address where the page was read
     */
    static URI ofPage(List<String> claims, URI address) {
        for (String claim : claims) {
            URI claimed = resolve(address, claim).orElse(null);
            if (claimed != null && isBelievable(claimed, address)) {
                return of(claimed);
            }
        }
        return of(address);
    }

    private static boolean isBelievable(URI claimed, URI address) {
        String path = claimed.getPath() == null ? "" : claimed.getPath();
        String ownPath = address.getPath() == null ? "" : address.getPath();
        boolean home = path.length() <= 1 && claimed.getRawQuery() == null;
        boolean ownHome = ownPath.length() <= 1 && address.getRawQuery() == null;
        if (home && !ownHome) {
            return false;
        }
        String host = claimed.getHost();
        String ownHost = address.getHost();
        if (host == null || ownHost == null || !site(host).equals(site(ownHost))) {
            return false;
        }
        // A claim shorter by whole segments is the section the item stands in, not the item.
        return ownPath.equals(path)
                || !ownPath.startsWith(path.endsWith("/") ? path : path + "/")
                || ownHome
                || ownPath.length() - path.length() <= 1
                || isVariant(ownPath.substring(path.length()));
    }

    private static boolean isVariant(String rest) {
        String tail = rest.replace("/", "").toLowerCase(Locale.ROOT);
        return tail.equals("amp")
                || tail.equals("print")
                || tail.equals("amphtml")
                || tail.startsWith("index.")
                || tail.chars().allMatch(Character::isDigit);
    }

    /** The name a site is registered under, nearly: {@code www.mod.gov.ua} gives {@code mod.gov.ua}. */
    static String site(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        int n = labels.length;
        if (n <= 2) {
            return String.join(".", labels);
        }
        int keep = labels[n - 1].length() == 2 && SECOND_LEVEL.contains(labels[n - 2]) ? 3 : 2;
        return String.join(".", List.of(labels).subList(Math.max(0, n - keep), n));
    }

    /**
     * An address as written on a page, made absolute.
     *
     * @return absent when it cannot be an address, or is not http(s)
     */
    static Optional<URI> resolve(URI base, String written) {
        String cleaned = cleaned(written);
        if (cleaned.isEmpty() || cleaned.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI resolved = absolute(base, cleaned);
            String scheme = resolved.getScheme();
            boolean web = scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
            return web && resolved.getHost() != null ? Optional.of(resolved) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static URI absolute(URI base, String written) throws URISyntaxException {
        if (written.startsWith("https://") || written.startsWith("http://")) {
            return new URI(written);
        }
        if (written.startsWith("?")) {
            return withQuery(base, written);
        }
        boolean path = written.startsWith("/") && !written.startsWith("//") && !written.contains("/.");
        if (path && base.getRawAuthority() != null) {
            return new URI(base.getScheme() + "://" + base.getRawAuthority() + written);
        }
        return base.resolve(new URI(written));
    }

    /** {@link URI#resolve} follows RFC 2396 and loses the last segment here. */
    private static URI withQuery(URI base, String query) throws URISyntaxException {
        String text = base.toString();
        int end = text.length();
        for (char mark : new char[] {'#', '?'}) {
            int at = text.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        return new URI(text.substring(0, end) + query);
    }

    /** Encodes what people leave bare in addresses and {@link URI} refuses. */
    private static String cleaned(String written) {
        String text = written.strip();
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 128 && BARE[c]) || (c == '%' && !isEscape(text, i))) {
                if (out == null) {
                    out = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                if (c == '\n' || c == '\r' || c == '\t') {
                    continue;
                }
                if (c == '\\') {
                    out.append('/');
                } else {
                    out.append('%').append(hex(c >> 4)).append(hex(c & 15));
                }
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
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
            if (!name.isEmpty() && !isTracker(name)) {
                kept.add(escapes(parameter));
            }
        }
        return String.join("&", kept);
    }

    private static boolean isTracker(String name) {
        return TRACKERS.contains(name) || TRACKER_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** Escapes in upper case; those of unreserved characters (RFC 3986, 2.3) undone. */
    private static String escapes(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && isEscape(text, i)) {
                int value = Character.digit(text.charAt(i + 1), 16) * 16 + Character.digit(text.charAt(i + 2), 16);
                if (value < 128 && (Character.isLetterOrDigit(value) || "-._~".indexOf(value) >= 0)) {
                    out.append((char) value);
                } else {
                    out.append('%').append(hex(value >> 4)).append(hex(value & 15));
                }
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
