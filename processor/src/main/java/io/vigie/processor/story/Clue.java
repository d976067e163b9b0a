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

    static Clue of(Kind kind, String key, double weight, String spelling) {
        return new Clue(kind, MinHash.hash(kind.name() + ':' + key), weight, spelling);
    }
}
