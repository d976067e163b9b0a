package io.vigie.processor.story;

/** Names across scripts: a {@link Skeleton} to find them by, a spelling to tell chance from likeness. */
final class Names {

    private static final int SHORTEST_SKELETON = 2;

    private Names() {}

    /** What a name has in common with its transliterations; its spelling when it has too few consonants. */
    static String key(String latin) {
        String skeleton = Skeleton.of(latin);
        return skeleton.length() >= SHORTEST_SKELETON ? skeleton : spelling(latin);
    }

    /**
     * Spelling without what transliterations disagree about: r for l, b for v and w, s for z, k for c and q, no h, no
     * doubled letters, no vowel at the end. Example: {@code lind}, {@code rindo} and {@code linde} are {@code rind}.
     */
    static String spelling(String latin) {
        StringBuilder plain = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char letter = plain(latin.charAt(i));
            if (letter != 0 && (plain.length() == 0 || plain.charAt(plain.length() - 1) != letter)) {
                plain.append(letter);
            }
        }
        while (plain.length() > 3 && "aeiou".indexOf(plain.charAt(plain.length() - 1)) >= 0) {
            plain.setLength(plain.length() - 1);
        }
        return plain.toString();
    }

    private static char plain(char letter) {
        return switch (letter) {
            case 'l' -> 'r';
            case 'v', 'w' -> 'b';
            case 'c', 'q' -> 'k';
            case 'z' -> 's';
            case 'y', 'j' -> 'i';
            case 'h', '\'', '-' -> 0;
            default -> letter;
        };
    }

    /** How alike two spellings of one skeleton are: 1 less the share of letters that must change (Levenshtein 1966). */
    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return 1 - (double) row[b.length()] / Math.max(a.length(), b.length());
    }
}
