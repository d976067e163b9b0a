package io.vigie.processor.story;

/** What a clue is: how common its kind is in general, and whether it tells one event from another. */
enum Kind {
    /** A person, a town, a firm, a ship, a weapon. */
    NAME(0.01, true),
    /** An amount, in any unit. */
    FIGURE(0.015, true),
    /** A country or an alliance: every second item names it. */
    PLACE(0.12, false),
    /** What happens, from {@code concepts.tsv}. */
    CONCEPT(0.12, false),
    /** Any other word, in its own language. */
    WORD(0.03, true),
    /** A band of the {@link MinHash} signature: only copies share it. */
    COPY(0.0005, true);

    private final double prior;
    private final boolean telling;

    Kind(double prior, boolean telling) {
        this.prior = prior;
        this.telling = telling;
    }

    /** Share of items that hold a clue of this kind before any was counted, 0..1. */
    double prior() {
        return prior;
    }

    /** Whether sharing one makes two items worth a comparison. */
    boolean telling() {
        return telling;
    }
}
