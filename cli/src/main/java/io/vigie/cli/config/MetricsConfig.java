package io.vigie.cli.config;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code metrics} of {@code vigie.yaml}.
 *
 * @param listen {@code HOST:PORT} of {@code /metrics}, {@code /livez} and {@code /readyz}, port 0 for a free one; absent
 *     for loopback and a port of the command's own, so that the stages can run side by side
 */
public record MetricsConfig(@Nullable String listen) {

    public MetricsConfig {
        if (listen != null) {
            Listen.parse("listen", listen);
        }
    }

    static MetricsConfig defaults() {
        return new MetricsConfig(null);
    }

    /**
     * Where to listen.
     *
     * @param defaultPort on loopback, when nothing is configured
     */
    public InetSocketAddress address(int defaultPort) {
        return listen == null ? new InetSocketAddress("127.0.0.1", defaultPort) : Listen.parse("listen", listen);
    }
}
