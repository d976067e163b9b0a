package io.vigie.cli.config;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code HOST:PORT} in configuration. */
final class Listen {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):(\\d{1,5})");

    private Listen() {}

    static InetSocketAddress parse(String key, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(key + " '" + text + "' must be HOST:PORT");
        }
        int port = Integer.parseInt(form.group(2));
        Ports.check(key + " port", port);
        return new InetSocketAddress(form.group(1), port);
    }
}
