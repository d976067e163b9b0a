package io.vigie.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be contacted: the guard against server-side request forgery.
 *
 * <p>It judges the address that a socket is about to connect to, not the name in the URL, so that neither a redirect
 * nor a DNS answer that changes between check and use can lead inside. The blocks are those of the IANA special-purpose
 * registries (RFC 6890) and the well-known metadata services of clouds.
 */
enum AddressGuard {
    /** Globally reachable unicast only. */
    PUBLIC,
    /** Loopback and private networks as well, because the operator said so; metadata services still not. */
    PRIVATE_TOO;

    private static final List<AddressBlock> NEVER = blocks(
            "0.0.0.0/8", // "this network"; Linux connects 0.0.0.0 to loopback
            "100.100.100.200/32", // metadata, Alibaba
            "168.63.129.16/32", // metadata, Azure
            "169.254.0.0/16", // link-local, with the metadata of most clouds
            "192.0.0.0/24", // IETF protocols, with the metadata of Oracle
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "fd00:ec2::254/128", // metadata, AWS
            "fd20:ce::254/128", // metadata, Google
            "2001::/23", // Teredo, ORCHID, benchmarks: no web server stands there
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: carries any IPv4 address
            "3fff::/20" // documentation
            );

    private static final List<AddressBlock> PRIVATE = blocks(
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "::1/128",
            "fc00::/7");

    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.parse("2000::/3");
    private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96");

    /** May this address be contacted? */
    boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress(); // an IPv4-mapped IPv6 address is an Inet4Address already
        if (NAT64.contains(bytes)) {
            return allows(embedded(bytes));
        }
        if (in(NEVER, bytes)) {
            return false;
        }
        if (in(PRIVATE, bytes)) {
            return this == PRIVATE_TOO;
        }
        return address instanceof Inet4Address || (GLOBAL_UNICAST.contains(bytes) && !isIsatap(bytes));
    }

    /** ISATAP (RFC 5214) hides an IPv4 address behind {@code 0:5efe} in any prefix. */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    private static InetAddress embedded(byte[] ipv6) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(ipv6, 12, 16));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    private static boolean in(List<AddressBlock> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... cidrs) {
        return Stream.of(cidrs).map(AddressBlock::parse).toList();
    }
}
