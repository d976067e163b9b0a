package io.vigie.processor.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How surely two fingerprints tell one story. */
final class Similarity {

    /**
     * Shingles shared by a copy: more than this and nothing else is asked but the days. A text that is another's copy but
     * names other days is the next bulletin of a series.
     */
    private static final double COPY = 0.5;

    /** In nats: about four rare names, or two and a half rare figures, said once in the body. */
    private static final double ENOUGH_OF_NAMES = 20;

    private static final double ENOUGH_OF_FIGURES = 12;
    private static final double ONE_NAME = 0.75;
    private static final double OTHER_NAME = 0.3;

    private final Duration window;

    Similarity(Duration window) {
        this.window = window;
    }

    /** Probability, 0..1. */
    double of(Profile left, Profile right) {
        Fingerprint a = left.item();
        Fingerprint b = right.item();
        Duration apart = apart(a.at(), b.at());
        if (apart != null && apart.compareTo(window) > 0) {
            return 0;
        }
        if (MinHash.similarity(a.copies(), b.copies()) > COPY) {
            return days(a.days(), b.days()) < 0 ? 0 : 1;
        }
        return Weights.probability(witnesses(left, right, apart));
    }

    private static @Nullable Duration apart(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return null;
        }
        return a.isBefore(b) ? Duration.between(a, b) : Duration.between(b, a);
    }

    /** What speaks for and against. */
    private static Witnesses witnesses(Profile left, Profile right, @Nullable Duration apart) {
        double[] shared = new double[Kind.values().length];
        double[] evidence = new double[shared.length];
        share(left, right, shared, evidence);
        return new Witnesses(
                cosine(Kind.NAME, shared, left, right),
                Math.min(1, evidence[Kind.NAME.ordinal()] / ENOUGH_OF_NAMES),
                cosine(Kind.FIGURE, shared, left, right),
                Math.min(1, evidence[Kind.FIGURE.ordinal()] / ENOUGH_OF_FIGURES),
                cosine(Kind.PLACE, shared, left, right),
                cosine(Kind.CONCEPT, shared, left, right),
                cosine(Kind.WORD, shared, left, right),
                days(left.item().days(), right.item().days()),
                apart == null ? 0 : Math.max(0, apart.toHours() / 24.0 - 1),
                left.item().language().equals(right.item().language()));
    }

    private static void share(Profile left, Profile right, double[] shared, double[] evidence) {
        ClueList a = left.item().columns();
        ClueList b = right.item().columns();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            long one = a.key(i);
            long other = b.key(j);
            if (one == other) {
                double alike = alike(a.spelling(i), b.spelling(j));
                int kind = a.kind(i).ordinal();
                shared[kind] += alike * left.told(i) * right.told(j);
                evidence[kind] += alike * Clue.ofSteps(Math.min(a.steps(i), b.steps(j))) * left.rarity(i);
            }
            i += one <= other ? 1 : 0;
            j += one >= other ? 1 : 0;
        }
    }

    /** A short skeleton is shared by many names: their spellings decide. */
    private static double alike(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 1;
        }
        double likeness = Names.likeness(one, other);
        return Math.min(1, Math.max(0, (likeness - OTHER_NAME) / (ONE_NAME - OTHER_NAME)));
    }

    private static double cosine(Kind kind, double[] shared, Profile left, Profile right) {
        double product = shared[kind.ordinal()];
        return product == 0 ? 0 : product / Math.sqrt(left.length(kind) * right.length(kind));
    }

    /** 1 when both name one day, -1 when both name days and none is within a day of the other's, else 0. */
    private static double days(Set<Integer> a, Set<Integer> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int nearest = Integer.MAX_VALUE;
        for (int left : a) {
            for (int right : b) {
                nearest = Math.min(nearest, Days.apart(left, right));
            }
        }
        if (nearest == 0) {
            return 1;
        }
        return nearest == 1 ? 0 : -1;
    }
}
