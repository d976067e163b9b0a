package io.vigie.ingest.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References as pages and feeds write them, resolved as in RFC 3986, section 5. {@link URI#resolve} follows the older RFC
 * 2396: it loses the last segment before {@code ?page=2} and joins {@code http://host} and {@code a} without a slash.
 */
public final class UriReferences {

    private static final int LONGEST = 8 * 1024;

    /** RFC 3986, appendix B, with the characters that a scheme may have. */
    private static final Pattern PARTS =
            Pattern.compile("(?s)(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f]");
    private static final Pattern FEED_SCHEME = Pattern.compile("(?i)feed:(?://)?(?=https?:)");
    private static final Pattern ONE_SLASH = Pattern.compile("(?i)^(https?):/*(?=[^/])");

    private UriReferences() {}

    /**
     * The http or https address that a reference means.
     *
     * <p>Blanks around it and line breaks within are dropped, backslashes read as slashes, ampersands that
     * were escaped once too often as ampersands, and characters that no URI may have are percent-encoded; letters outside ASCII stay as
     * they are. Example: {@code "../a b.html"} on {@code https://otan.example/fr/news/} gives
     * {@code https://otan.example/fr/a%20b.html}.
     *
     * @return {@code null} for what leads to no web page: another scheme, no host, too long, empty
     */
    public static @Nullable URI resolve(URI base, String reference) {
        String stripped = reference.strip();
        return isPlain(stripped) ? web(stripped) : resolveAny(base, stripped);
    }

    /** Whether it is an absolute address with nothing to mend, as all but a few are. */
    private static boolean isPlain(String reference) {
        int start = reference.startsWith("https://") ? 8 : reference.startsWith("http://") ? 7 : -1;
        if (start < 0
                || reference.length() > LONGEST
                || reference.contains("&amp;")
                || reference.startsWith("/", start)) {
            return false;
        }
        for (int i = start; i < reference.length(); i++) {
            char c = reference.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!letter && "/-._~?=&+,;:@!$'()*".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable URI web(String address) {
        try {
            URI uri = new URI(address);
            return isWeb(uri) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable URI resolveAny(URI base, String reference) {
        String cleaned = cleaned(reference);
        if (cleaned.isEmpty() || cleaned.length() > LONGEST) {
            return null;
        }
        Matcher parts = PARTS.matcher(cleaned);
        if (!parts.matches()) {
            return null;
        }
        return web(legal(resolve(base, parts)));
    }

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme();
        String authority = uri.getRawAuthority();
        return ("http".equals(scheme) || "https".equals(scheme)) && authority != null && !authority.isEmpty();
    }

    private static String cleaned(String reference) {
        String text = CONTROLS.matcher(reference).replaceAll("").replace("&amp;", "&");
        text = FEED_SCHEME.matcher(text).replaceFirst("");
        int tail = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '#') {
                tail = i;
                break;
            }
        }
        String path = text.substring(0, tail).replace('\\', '/');
        return ONE_SLASH.matcher(path).replaceFirst("$1://") + text.substring(tail);
    }

    /** RFC 3986, 5.2.2. */
    private static String resolve(URI base, Matcher reference) {
        String scheme = reference.group(1);
        String authority = reference.group(2);
        String path = reference.group(3);
        String query = reference.group(4);
        if (scheme == null) {
            scheme = base.getScheme();
            if (authority == null) {
                authority = base.getRawAuthority();
                if (path.isEmpty()) {
                    path = base.getRawPath();
                    query = query == null ? base.getRawQuery() : query;
                } else {
                    path = withoutDots(path.startsWith("/") ? path : merged(base, path));
                }
            }
        }
        StringBuilder uri = new StringBuilder();
        if (scheme != null) {
            uri.append(scheme.toLowerCase(Locale.ROOT)).append(':');
        }
        if (authority != null) {
            uri.append("//").append(authority);
        }
        uri.append(path == null ? "" : path);
        if (query != null) {
            uri.append('?').append(query);
        }
        if (reference.group(5) != null) {
            uri.append('#').append(reference.group(5));
        }
        return uri.toString();
    }

    private static String merged(URI base, String path) {
        String of = base.getRawPath();
        return of == null || of.isEmpty() ? "/" + path : of.substring(0, of.lastIndexOf('/') + 1) + path;
    }

    /** RFC 3986, 5.2.4. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            String segment = segments[i];
            boolean last = i == segments.length - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            }
            if (!segment.equals("..") && !segment.equals(".")) {
                kept.addLast(segment);
            } else if (last) {
                kept.addLast("");
            }
        }
        StringBuilder joined = new StringBuilder();
        for (Iterator<String> segment = kept.iterator(); segment.hasNext(); ) {
            joined.append('/').append(segment.next());
        }
        return joined.length() == 0 ? "/" : joined.toString();
    }

    private static String legal(String uri) {
        StringBuilder legal = new StringBuilder(uri.length() + 16);
        int hash = uri.indexOf('#');
        for (int i = 0; i < uri.length(); ) {
            int c = uri.codePointAt(i);
            boolean escape = c == '%'
                    ? !isEscape(uri, i)
                    : c == '#' ? i != hash : "\"<>\\^`{|} ".indexOf(c) >= 0 || isUnprintable(c);
            if (escape) {
                percentEncode(legal, c);
            } else {
                legal.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return brackets(legal.toString());
    }

    /** {@code [} and {@code ]} may stand around an IPv6 address only. */
    private static String brackets(String uri) {
        Matcher parts = PARTS.matcher(uri);
        if ((uri.indexOf('[') < 0 && uri.indexOf(']') < 0) || !parts.matches()) {
            return uri;
        }
        int from = parts.start(3);
        return uri.substring(0, from) + uri.substring(from).replace("[", "%5B").replace("]", "%5D");
    }

    private static boolean isUnprintable(int c) {
        return c > 0x7e && (Character.isISOControl(c) || Character.isSpaceChar(c) || (c >= 0xd800 && c < 0xe000));
    }

    private static boolean isEscape(String uri, int at) {
        return at + 2 < uri.length()
                && Character.digit(uri.charAt(at + 1), 16) >= 0
                && Character.digit(uri.charAt(at + 2), 16) >= 0;
    }

    private static void percentEncode(StringBuilder target, int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            target.append('%')
                    .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xf, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 0xf, 16)));
        }
    }
}
