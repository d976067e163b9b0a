package io.vigie.processor.story;

import java.util.List;

/**
 * A fingerprint with what each of its clues told when it came in. Taken once and kept: to ask the rarity of every clue
 * again at every comparison would cost more than all else.
 */
final class Profile {

    private final Fingerprint item;
    private final double[] rarities;
    private final double[] lengths = new double[Kind.values().length];

    Profile(Fingerprint item, Rarity rarity) {
        this.item = item;
        List<Clue> clues = item.clues();
        this.rarities = new double[clues.size()];
        for (int i = 0; i < rarities.length; i++) {
            Clue clue = clues.get(i);
            rarities[i] = rarity.of(clue);
            double weight = clue.weight() * rarities[i];
            lengths[clue.kind().ordinal()] += weight * weight;
        }
    }

    Fingerprint item() {
        return item;
    }

    /** In nats, of the clue at that place. */
    double rarity(int clue) {
        return rarities[clue];
    }

    /** Squared length of the vector of the clues of one kind, each by weight and rarity. */
    double length(Kind kind) {
        return lengths[kind.ordinal()];
    }
}
