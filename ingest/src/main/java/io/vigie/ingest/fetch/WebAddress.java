package io.vigie.ingest.fetch;

import java.net.URI;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Judges addresses by how they are written; {@link AddressGuard} judges where they lead. */
final class WebAddress {

    private static final int FIRST_UNPRIVILEGED_PORT = 1024;
    private static final int LONGEST = 4096;

    /** Ports from 1024 on that the Fetch standard ("port blocking") keeps from web clients. */
    private static final Set<Integer> BLOCKED = Set.of(
            1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
            10080);

    private WebAddress() {}

    /**
     * Takes http and https addresses without credentials, on a port where a web server may stand.
     *
     * @param allowPrivate {@code true} takes any port, because the operator vouches for it
     * @throws FetchException {@link FetchFailure#BAD_ADDRESS}
     */
    static HttpUrl check(URI uri, boolean allowPrivate) throws FetchException {
        @Nullable HttpUrl url = uri.toString().length() > LONGEST ? null : HttpUrl.get(uri);
        if (url == null) {
            throw new FetchException(FetchFailure.BAD_ADDRESS, "not an http or https address of reasonable length");
        }
        return check(url, allowPrivate);
    }

    static HttpUrl check(HttpUrl url, boolean allowPrivate) throws FetchException {
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw new FetchException(FetchFailure.BAD_ADDRESS, "addresses with credentials are not followed");
        }
        if (!allowPrivate && !isWebPort(url.port())) {
            throw new FetchException(FetchFailure.BAD_ADDRESS, "no web server stands on port " + url.port());
        }
        return url;
    }

    private static boolean isWebPort(int port) {
        return port == 80 || port == 443 || (port >= FIRST_UNPRIVILEGED_PORT && !BLOCKED.contains(port));
    }

    /** What is polite to one host is counted by this: name and port. */
    static String authority(HttpUrl url) {
        return url.host() + ":" + url.port();
    }
}
