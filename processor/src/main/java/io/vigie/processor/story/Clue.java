package io.vigie.processor.story;

/**
 * One thing that a text says.
 *
 * @param key {@link #key(Kind, long)} of what is the same in every language
 * @param weight how much the text makes of it, more than 0; about 1 for one mention in the body
 * @param spelling of a name, in plain Latin letters; else empty
 */
record Clue(long key, double weight, String spelling) {

    /** Weight of a band of copies. */
    static final double OF_A_BAND = 1;

    private static final int HASH_BITS = 37;
    private static final long HASH = (1L << HASH_BITS) - 1;
    private static final Kind[] KINDS = Kind.values();
    private static final double STEPS = 32;
    private static final int LARGEST = 255;

    static Clue of(Kind kind, String key, double weight, String spelling) {
        return new Clue(key(kind, MinHash.hash(kind.name() + ':' + key)), ofSteps(steps(weight)), spelling);
    }

    /**
     * A kind and a hash in five bytes, kinds in their order. Of some million pairs of texts, one shares a key by
     * chance.
     *
     * @param hash of which the lower bits are taken
     */
    static long key(Kind kind, long hash) {
        return (long) kind.ordinal() << HASH_BITS | hash & HASH;
    }

    /** What it is. */
    Kind kind() {
        return kind(key);
    }

    static Kind kind(long key) {
        return KINDS[(int) (key >>> HASH_BITS)];
    }

    /** A weight as a number of small steps, 1..{@value #LARGEST}: one byte each, because an index holds millions. */
    static int steps(double weight) {
        return (int) Math.max(1, Math.min(LARGEST, Math.round(weight * STEPS)));
    }

    static double ofSteps(int steps) {
        return steps / STEPS;
    }
}
