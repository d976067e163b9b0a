package io.vigie.cli.config;

import io.vigie.desk.DeskSettings;
import io.vigie.events.Topics;
import io.vigie.sink.elastic.ElasticSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code desk} of {@code vigie.yaml}.
 *
 * @param listen {@code HOST:PORT} of the page, port 0 for a free one
 * @param token that callers must show; needed beyond loopback; {@value #GENERATED} has one made and kept in the data
 *     folder; never printed
 * @param hosts names under which the desk is known, for example that of a gateway before it
 */
public record DeskConfig(String listen, @Nullable String token, List<String> hosts) {

    /** Value of {@link #token} that asks for one of the process's own making; too short to be a token itself. */
    public static final String GENERATED = "generated";

    private static final String LOOPBACK = "127.0.0.1:";
    private static final int PORT = 8080;

    // Jackson passes null for a key that the file leaves out.
    public DeskConfig {
        listen = listen == null ? LOOPBACK + PORT : listen;
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
        InetSocketAddress address = Listen.parse("listen", listen);
        if (token != null && !token.equals(GENERATED) && token.length() < DeskSettings.SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "token must be " + GENERATED + " or have " + DeskSettings.SHORTEST_TOKEN + " characters or more");
        }
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("listen '" + listen + "' names an unknown host");
        }
        if (token == null && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("listen '" + listen + "' is beyond loopback; set token (" + GENERATED
                    + " makes one), or listen on 127.0.0.1");
        }
    }

    static DeskConfig defaults() {
        return onLoopback(PORT);
    }

    /** On 127.0.0.1, open to everybody there. */
    public static DeskConfig onLoopback(int port) {
        return new DeskConfig(LOOPBACK + port, null, List.of());
    }

    /** The same desk with the token that was made for it. */
    public DeskConfig withToken(String made) {
        return new DeskConfig(listen, made, hosts);
    }

    /** Whether {@link #withToken} must be called before {@link #settings}. */
    public boolean wantsToken() {
        return GENERATED.equals(token);
    }

    public DeskSettings settings(Map<String, String> kafka, Topics topics, ElasticSettings elasticsearch) {
        return new DeskSettings(Listen.parse("listen", listen), token, hosts, kafka, topics, elasticsearch);
    }

    @Override
    public String toString() {
        return "DeskConfig[listen=" + listen + ", token=" + (token == null ? "none" : "***") + ", hosts=" + hosts + "]";
    }
}
