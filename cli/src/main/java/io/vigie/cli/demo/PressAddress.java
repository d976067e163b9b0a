package io.vigie.cli.demo;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where the demonstration's press listens and how its readers call it.
 *
 * @param listen address to listen on
 * @param host name or address in the links of its pages
 * @param firstPort of the first outlet, the next one has the next port; 0 gives each a free one
 */
public record PressAddress(String listen, String host, int firstPort) {

    /** Reached from this machine only, on free ports. */
    public static final PressAddress LOOPBACK = new PressAddress("127.0.0.1", "127.0.0.1", 0);

    InetSocketAddress bind(int outlet) {
        return new InetSocketAddress(listen, firstPort == 0 ? 0 : firstPort + outlet);
    }

    URI uri(int port) {
        return URI.create("http://" + host + ":" + port + "/");
    }
}
