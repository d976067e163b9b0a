package io.vigie.ingest.scrape;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses as people write them into pages, made absolute and fit for {@link URI}. */
final class WrittenAddress {

    private static final int LONGEST = 4_096;

    /** Characters that RFC 3986 wants encoded and people leave bare. */
    private static final boolean[] BARE = new boolean[128];

    static {
        for (int c = 0; c < BARE.length; c++) {
            BARE[c] = c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0;
        }
    }

    private WrittenAddress() {}

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

    static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
