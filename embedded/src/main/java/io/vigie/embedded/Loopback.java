package io.vigie.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the one address that embedded servers listen on. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private Loopback() {}

    /**
     * The port itself when nobody listens there, a free one for 0.
     *
     * @param key the configuration key that a remedy names, such as {@code kafka.port}
     * @throws StartException when the port is taken, or this user may not use it
     */
    static int claim(int port, String key) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(HOST, port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw taken(port, key, e);
        }
    }

    static StartException taken(int port, String key, Throwable cause) {
        return new StartException(
                "port " + port + " on " + HOST + " is taken; stop the other program or set " + key + ": 0", cause);
    }
}
