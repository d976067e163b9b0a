package io.vigie.processor.topology;

import io.vigie.processor.story.Fingerprint;
import io.vigie.processor.story.StoryCodec;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question to the parts of the story index: where does this item belong? On the internal topic {@code story-probes}, key =
 * item id, sent to each partition that owns one of the item's routes.
 *
 * @param home partition of the item, to which the answers go
 * @param age when the page was read, in milliseconds since 1970: stories are as old as their first item
 * @param item what it says
 */
record StoryProbe(int home, long age, Fingerprint item) {

    /** Partitions that own one of the item's routes; empty when it has none. */
    static Set<Integer> parts(Fingerprint item, int partitions) {
        Set<Integer> parts = new TreeSet<>();
        for (long route : item.routes()) {
            parts.add(part(route, partitions));
        }
        return parts;
    }

    /** The one partition that owns a route. */
    static int part(long route, int partitions) {
        return Math.floorMod(route, partitions);
    }

    byte[] encode() {
        byte[] text = StoryCodec.encode(item);
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES + text.length)
                .putInt(home)
                .putLong(age)
                .put(text)
                .array();
    }

    static StoryProbe decode(byte[] bytes) {
        if (bytes.length < Integer.BYTES + Long.BYTES) {
            throw new IllegalArgumentException("too short for a probe");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int home = in.getInt();
        long age = in.getLong();
        byte[] text = new byte[in.remaining()];
        in.get(text);
        return new StoryProbe(home, age, StoryCodec.fingerprint(text));
    }
}
