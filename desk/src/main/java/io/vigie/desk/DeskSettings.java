package io.vigie.desk;

import io.vigie.events.Topics;
import io.vigie.sink.elastic.ElasticSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the desk listens and what it reads.
 *
 * @param listen port 0 for a free one
 * @param token that callers must show; absent lets everybody in who reaches the port, which loopback alone may
 * @param hosts names under which the desk is known, beside {@code localhost} and the address itself
 * @param kafka client settings
 * @param topics names of the topics
 * @param elasticsearch where alerts are searched
 */
public record DeskSettings(
        InetSocketAddress listen,
        @Nullable String token,
        List<String> hosts,
        Map<String, String> kafka,
        Topics topics,
        ElasticSettings elasticsearch) {

    /** Shorter ones can be guessed. */
    public static final int SHORTEST_TOKEN = 16;

    /**
     * Refuses what would lay the alerts open.
     *
     * @throws IllegalArgumentException naming the key
     */
    public DeskSettings {
        hosts = List.copyOf(hosts);
        kafka = Map.copyOf(kafka);
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("desk.token must have " + SHORTEST_TOKEN + " characters or more");
        }
        InetAddress address = listen.getAddress();
        if (address == null) {
            throw new IllegalArgumentException("desk.listen names an unknown host: " + listen.getHostString());
        }
        if (token == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("desk.listen " + listen.getHostString()
                    + " is beyond loopback; set desk.token, or listen on 127.0.0.1");
        }
    }

    @Override
    public String toString() {
        return "DeskSettings[listen=" + listen + ", token=" + (token == null ? "none" : "***") + ", hosts=" + hosts
                + ", topics=" + topics + ", elasticsearch=" + elasticsearch + "]";
    }
}
