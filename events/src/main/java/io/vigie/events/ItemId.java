package io.vigie.events;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The id of an item: the first 128 bits of the SHA-256 of its canonical address, 32 lower-case hex digits. */
public final class ItemId {

    private static final int HEX_DIGITS = 32;

    private ItemId() {}

    /**
     * Example: every edition, poll and instance gives {@code https://otan.example/a} the same id.
     *
     * @param canonical address already in canonical form
     */
    public static String of(URI canonical) {
        return Sha256.hex(canonical.toASCIIString().getBytes(StandardCharsets.UTF_8))
                .substring(0, HEX_DIGITS);
    }
}
