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
 * @param token that callers must show; needed beyond loopback; never printed
 * @param hosts names under which the desk is known, for example that of a gateway before it
 */
public record DeskConfig(String listen, @Nullable String token, List<String> hosts) {

    private static final String LOOPBACK = "127.0.0.1:";
    private static final int PORT = 8080;

    // Jackson passes null for a key that the file leaves out.
    public DeskConfig {
        listen = listen == null ? LOOPBACK + PORT : listen;
        hosts = hosts == null ? List.of() : List.copyOf(hosts);
        InetSocketAddress address = Listen.parse("listen", listen);
        if (token != null && token.length() < DeskSettings.SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "token must have " + DeskSettings.SHORTEST_TOKEN + " characters or more");
        }
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("listen '" + listen + "' names an unknown host");
        }
        if (token == null && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "listen '" + listen + "' is beyond loopback; set token, or listen on 127.0.0.1");
        }
    }

    static DeskConfig defaults() {
        return onLoopback(PORT);
    }

    /** On 127.0.0.1, open to everybody there. */
    public static DeskConfig onLoopback(int port) {
        return new DeskConfig(LOOPBACK + port, null, List.of());
    }

    public DeskSettings settings(Map<String, String> kafka, Topics topics, ElasticSettings elasticsearch) {
        return new DeskSettings(Listen.parse("listen", listen), token, hosts, kafka, topics, elasticsearch);
    }

    @Override
    public String toString() {
        return "DeskConfig[listen=" + listen + ", token=" + (token == null ? "none" : "***") + ", hosts=" + hosts + "]";
    }
}
