package io.vigie.processor.story;

/**
 * One thing that a text says.
 *
 * @param kind what it is
 * @param key hash of what is the same in every language; 64 bits, so that collisions do not matter
 * @param weight how much the text makes of it, more than 0; about 1 for one mention in the body
 * @param spelling of a name, in plain Latin letters; else empty
 */
record Clue(Kind kind, long key, double weight, String spelling) {

    private static final double STEPS = 32;
    private static final int LARGEST = 255;

    static Clue of(Kind kind, String key, double weight, String spelling) {
        return new Clue(kind, MinHash.hash(kind.name() + ':' + key), ofSteps(steps(weight)), spelling);
    }

    /** A weight as a number of small steps, 1..{@value #LARGEST}: one byte each, because an index holds millions. */
    static int steps(double weight) {
        return (int) Math.max(1, Math.min(LARGEST, Math.round(weight * STEPS)));
    }

    static double ofSteps(int steps) {
        return steps / STEPS;
    }
}
