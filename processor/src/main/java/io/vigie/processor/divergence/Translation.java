package io.vigie.processor.divergence;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether two texts that do not name each other are one text in two languages. A translation keeps what needs none: the
 * number of sentences, more or less, and the figures. Two releases of one ministry on one visit share its date and little else.
 */
final class Translation {

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+");
    private static final Duration APART = Duration.ofDays(2);
    private static final double AS_LONG = 0.6;

    /** Fewer figures are shared by chance: a day, a year and a number of ministers are in any release. */
    private static final int FIGURES = 3;

    private static final double SHARED_BY_SHORTER = 0.75;
    private static final double SHARED_BY_LONGER = 0.5;

    private Translation() {}

    /** Silent texts prove nothing: where figures are few, the answer is no. */
    static boolean isLikely(Edition one, Edition other) {
        if (Duration.between(one.at(), other.at()).abs().compareTo(APART) > 0
                || share(one.sentences().size(), other.sentences().size()) < AS_LONG) {
            return false;
        }
        Set<String> figures = figures(one);
        Set<String> others = figures(other);
        Set<String> shared = new HashSet<>(figures);
        shared.retainAll(others);
        return shared.size() >= FIGURES
                && shared.size() >= SHARED_BY_SHORTER * Math.min(figures.size(), others.size())
                && shared.size() >= SHARED_BY_LONGER * Math.max(figures.size(), others.size());
    }

    private static double share(int one, int other) {
        return (double) Math.min(one, other) / Math.max(1, Math.max(one, other));
    }

    /** Groups of digits, as every script writes them: 1,200 and 1 200 are the same two. */
    private static Set<String> figures(Edition edition) {
        Set<String> figures = new HashSet<>();
        for (String sentence : edition.sentences()) {
            Matcher matcher = FIGURE.matcher(sentence);
            while (matcher.find()) {
                StringBuilder digits = new StringBuilder();
                matcher.group().codePoints().forEach(digit -> digits.append(Character.digit(digit, 10)));
                figures.add(digits.toString());
            }
        }
        return figures;
    }
}
