package io.vigie.desk.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which {@code Host} headers are ours. An address is refused unless it is one that is listened on; a name is
 * refused unless it is {@code localhost} or was configured: a name that others control may point at us.
 */
final class Hosts {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private final Set<String> known = new HashSet<>();
    private final boolean anyAddress;

    Hosts(InetSocketAddress listen, List<String> names) {
        InetAddress address = listen.getAddress();
        anyAddress = address != null && address.isAnyLocalAddress();
        known.addAll(List.of("localhost", "127.0.0.1", "[::1]"));
        known.add(listen.getHostString().toLowerCase(Locale.ROOT));
        if (address != null) {
            known.add(address.getHostAddress());
        }
        names.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
    }

    boolean isOurs(String host) {
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        return known.contains(name) || (anyAddress && LITERAL.matcher(name).matches());
    }
}
