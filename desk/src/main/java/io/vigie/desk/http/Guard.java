package io.vigie.desk.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every request passes before anything looks at it; see the package essay. */
public final class Guard {

    /** What must be had before the token is known: the page that asks for it, and what supervisors ask. */
    private static final Set<String> OPEN = Set.of("/", "/livez", "/readyz", "/api/session");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Access access;
    private final Hosts hosts;

    public Guard(Access access, InetSocketAddress listen, List<String> names) {
        this.access = access;
        this.hosts = new Hosts(listen, names);
    }

    /** Why a call is refused; empty when it may go on. */
    Optional<Reply> refusal(Call call) {
        String host = call.header("host").orElse("");
        if (!hosts.isOurs(host)) {
            return Optional.of(Reply.problem(
                    421, "Misdirected request", "this desk is not known by that name; add it to desk.hosts"));
        }
        boolean login = call.path().equals("/api/session");
        if (!access.lets(call) && !OPEN.contains(call.path()) && !call.path().startsWith("/assets/")) {
            return Optional.of(Reply.problem(401, "Token needed", "show the desk's token")
                    .header("WWW-Authenticate", "Bearer realm=\"vigie desk\""));
        }
        if (READING.contains(call.method())) {
            return Optional.empty();
        }
        if (!isSameOrigin(call, host)) {
            return Optional.of(Reply.problem(403, "Other origin", "changes are taken from the desk's own page only"));
        }
        if (!login && !access.showsToken(call) && !access.showsHeaderToken(call)) {
            return Optional.of(Reply.problem(
                    403, "Header token needed", "send X-Vigie-Token with the value that /api/session gives"));
        }
        return Optional.empty();
    }

    /** A browser says where a change comes from; what says nothing is no browser. */
    private static boolean isSameOrigin(Call call, String host) {
        boolean site = call.header("sec-fetch-site")
                .map(value -> value.equals("same-origin") || value.equals("none"))
                .orElse(true);
        boolean origin = call.header("origin")
                .map(value -> value.equalsIgnoreCase("http://" + host) || value.equalsIgnoreCase("https://" + host))
                .orElse(true);
        return site && origin;
    }
}
