package io.vigie.processor.story;

import java.util.List;

/**
 * A fingerprint with what each of its clues told when it came in. Taken once and kept: to ask the rarity of every clue
 * again at every comparison would cost more than all else.
 */
final class Profile {

    private static final double STEPS = 16;
    private static final int LARGEST = 255;

    private final Fingerprint item;
    private final byte[] rarities;
    private final double[] lengths = new double[Kind.values().length];

    /**
     * As it was kept.
     *
     * @param rarities of the clues, in their order, in unsigned sixteenths of a nat
     */
    Profile(Fingerprint item, byte[] rarities) {
        this.item = item;
        this.rarities = rarities;
        ClueList clues = item.columns();
        for (int i = 0; i < rarities.length; i++) {
            double told = told(i);
            lengths[clues.kind(i).ordinal()] += told * told;
        }
    }

    Profile(Fingerprint item, Rarity rarity) {
        this(item, rarities(item.clues(), rarity));
    }

    /** When it is not known how many other items held its clues: as if none had been counted. */
    static Profile uncounted(Fingerprint item) {
        byte[] steps = new byte[item.clues().size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = steps(-Math.log(item.columns().kind(i).prior()));
        }
        return new Profile(item, steps);
    }

    private static byte[] rarities(List<Clue> clues, Rarity rarity) {
        byte[] steps = new byte[clues.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = steps(rarity.of(clues.get(i)));
        }
        return steps;
    }

    private static byte steps(double nats) {
        return (byte) Math.min(LARGEST, Math.round(nats * STEPS));
    }

    Fingerprint item() {
        return item;
    }

    byte[] rarities() {
        return rarities;
    }

    /** In nats, of the clue at that place. */
    double rarity(int clue) {
        return Byte.toUnsignedInt(rarities[clue]) / STEPS;
    }

    /** Weight times rarity of the clue at that place. */
    double told(int clue) {
        return Clue.ofSteps(item.columns().steps(clue)) * rarity(clue);
    }

    /** Squared length of the vector of the clues of one kind, each by weight and rarity. */
    double length(Kind kind) {
        return lengths[kind.ordinal()];
    }
}
