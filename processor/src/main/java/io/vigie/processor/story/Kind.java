package io.vigie.processor.story;

/** What a clue is, and how common its kind is in general. */
enum Kind {
    /** A person, a town, a firm, a ship, a weapon. */
    NAME(0.01),
    /** An amount, in any unit. */
    FIGURE(0.015),
    /** A country or an alliance: every second item names it. */
    PLACE(0.12),
    /** What happens, from {@code concepts.tsv}. */
    CONCEPT(0.12),
    /** Any other word, in its own language. */
    WORD(0.03),
    /** A band of the {@link MinHash} signature: only copies share it. */
    COPY(0.0005);

    private final double prior;

    Kind(double prior) {
        this.prior = prior;
    }

    /** Share of items that hold a clue of this kind before any was counted, 0..1. */
    double prior() {
        return prior;
    }
}
