package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import io.vigie.processor.watch.Explanation.SentencePoints;
import io.vigie.processor.watch.Explanation.ThemeScore;
import java.util.Comparator;
import java.util.List;

/**
 * Which sentences are shown as evidence, the one that a reader would point at first. Points alone would often put a short
 * aside first ("Arms makers feel it first."): such a sentence names a thing and says little of it, so a short one counts by
 * its length. Among equals the headline comes first, then the earlier sentence.
 */
final class EvidenceChoice {

    /** Share of the best sentence's points from which a sentence is evidence beside it. */
    private static final double WORTH_SHOWING = 0.5;
    /** Letters of a sentence that says who did what: about ten words. */
    private static final int FULL_LENGTH = 60;
    /** Han, kana and Hangul say about three letters' worth in one. */
    private static final int DENSE_LETTER = 3;

    private static final int FIRST_DENSE = 0x2E80;

    private EvidenceChoice() {}

    /** Sentences of a theme that matched, at most so many. */
    static List<SentencePoints> of(ThemeScore theme, String body, int most) {
        double best = theme.sentences().get(0).points();
        return theme.sentences().stream()
                .filter(sentence -> sentence.points() > 0 && sentence.points() >= WORTH_SHOWING * best)
                .sorted(Comparator.comparingDouble(sentence -> -strength(sentence, body)))
                .limit(most)
                .toList();
    }

    private static double strength(SentencePoints sentence, String body) {
        if (sentence.field() == Field.HEADLINE) {
            return sentence.points();
        }
        return sentence.points() * Math.min(1, (double) letters(body, sentence.start(), sentence.end()) / FULL_LENGTH);
    }

    private static int letters(String text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += text.charAt(i) >= FIRST_DENSE ? DENSE_LETTER : 1;
        }
        return letters;
    }
}
