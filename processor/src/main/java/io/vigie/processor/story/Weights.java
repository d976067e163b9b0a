package io.vigie.processor.story;

/**
 * What each witness is worth, as log-odds that two items tell one story (logistic regression). The values began as a guess
 * and were moved towards the development set and five outside example documents by maximum a posteriori, then rounded: a set of two hundred items may correct
 * a guess, not replace it.
 */
final class Weights {

    private static final double NOTHING_KNOWN = -10;
    private static final double NAMES = 4.5;
    private static final double NAME_EVIDENCE = 3;
    private static final double FIGURES = 2.5;
    private static final double FIGURE_EVIDENCE = 2;
    private static final double PLACES = 3.5;
    private static final double CONCEPTS = 5.5;
    private static final double WORDS = 3.5;
    private static final double COGNATES = 2;
    private static final double DAYS = 3;
    private static final double DAY_APART = -1.2;
    private static final double TWO_LANGUAGES = 1.8;

    private Weights() {}

    /** Probability, 0..1, that two items of which this is known tell one story. */
    static double probability(Witnesses seen) {
        double odds = NOTHING_KNOWN
                + NAMES * seen.names()
                + NAME_EVIDENCE * seen.nameEvidence()
                + FIGURES * seen.figures()
                + FIGURE_EVIDENCE * seen.figureEvidence()
                + PLACES * seen.places()
                + CONCEPTS * seen.concepts()
                + (seen.sameLanguage() ? WORDS : COGNATES) * seen.words()
                + DAYS * seen.days()
                + DAY_APART * seen.daysApart()
                + (seen.sameLanguage() ? 0 : TWO_LANGUAGES);
        return 1 / (1 + Math.exp(-odds));
    }
}
