package io.vigie.cli.config;

/** TCP port numbers in configuration. */
final class Ports {

    private Ports() {}

    static void check(String key, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(key + " " + port + " must be 0 (a free one) to 65535");
        }
    }
}
