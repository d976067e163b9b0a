package io.vigie.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A CIDR block of addresses.
 *
 * @param network first address, 4 or 16 bytes
 * @param bits length of the prefix
 */
@SuppressWarnings("ArrayRecordComponent") // private to the guard's table, never compared
record AddressBlock(byte[] network, int bits) {

    /** Example: {@code 10.0.0.0/8}. Literal addresses only: no name is looked up. */
    static AddressBlock parse(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            return new AddressBlock(
                    InetAddress.getByName(cidr.substring(0, slash)).getAddress(),
                    Integer.parseInt(cidr.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a block of addresses: " + cidr, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((address[whole] ^ network[whole]) & (0xff << (8 - rest))) == 0;
    }
}
