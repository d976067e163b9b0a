package io.vigie.ingest.robots;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of an address that rules are about: path and query, in normal form. */
final class UrlPath {

    private static final Pattern ORIGIN = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#;]*");

    private UrlPath() {}

    /** Example: {@code https://otan.example?a=1#top} gives {@code /?a=1}. */
    static String of(String url) {
        Matcher origin = ORIGIN.matcher(url);
        String rest = origin.lookingAt() ? url.substring(origin.end()) : url;
        int hash = rest.indexOf('#');
        String path = hash < 0 ? rest : rest.substring(0, hash);
        return PercentEncoding.normalised(PercentEncoding.octets(path.startsWith("/") ? path : "/" + path), "");
    }
}
