package io.vigie.ingest.scrape;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The address that a page claims to have: {@code rel=canonical}, {@code og:url}. */
final class ClaimedAddress {

    private ClaimedAddress() {}

    /**
     * The address of an item, given what its page claims ({@code rel=canonical}, {@code og:url}). A claim is believed
     * when it is an address of the same site and not its home page; many sites point every page at the front page, or
     * at a staging host.
     *
     * @param claims in order of trust, as written, perhaps relative
     * @param address where the page was read
     */
    static URI of(List<String> claims, URI address) {
        for (String claim : claims) {
            URI claimed = WrittenAddress.resolve(address, claim).orElse(null);
            if (claimed != null && isBelievable(claimed, address)) {
                return CanonicalUrl.of(claimed);
            }
        }
        return CanonicalUrl.of(address);
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
        if (host == null || ownHost == null || !Sites.nameOf(host).equals(Sites.nameOf(ownHost))) {
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
}
