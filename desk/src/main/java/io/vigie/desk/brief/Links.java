package io.vigie.desk.brief;

import java.net.URI;

/** Addresses that may become links: http and https only. */
final class Links {

    private Links() {}

    static boolean isWeb(URI address) {
        return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }

    /** ASCII, without the characters that end a link. */
    static String href(URI address) {
        return address.toASCIIString().replace("<", "%3C").replace(">", "%3E").replace("\"", "%22");
    }
}
