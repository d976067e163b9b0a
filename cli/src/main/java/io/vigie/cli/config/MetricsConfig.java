package io.vigie.cli.config;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code metrics} of {@code vigie.yaml}.
 *
 * @param listen {@code HOST:PORT} of {@code /metrics}, {@code /livez} and {@code /readyz}, port 0 for a free one; absent
 *     for loopback and a port of the command's own, so that the stages can run side by side
 */
public record MetricsConfig(@Nullable String listen) {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):(\\d{1,5})");

    public MetricsConfig {
        if (listen != null) {
            Matcher form = FORM.matcher(listen);
            if (!form.matches()) {
                throw new IllegalArgumentException("listen '" + listen + "' must be HOST:PORT");
            }
            Ports.check("listen port", Integer.parseInt(form.group(2)));
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
        if (listen == null) {
            return new InetSocketAddress("127.0.0.1", defaultPort);
        }
        int colon = listen.lastIndexOf(':');
        return new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
    }
}
