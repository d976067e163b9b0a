package io.vigie.processor.story;

/**
 * The consonants of a name as a few classes, so that a name is the same in every script: labials 1 ({@code v} and
 * {@code w} too), sibilants and velars 2, dentals 3, liquids 4, nasals 5. Vowels, {@code h} and {@code y} count nothing and
 * repeated classes count once. This is Soundex (Russell 1918) with its first letter classed too, and with l and r as one,
 * because Japanese and Chinese do not tell them apart.
 *
 * <p>Example: {@code zelensky}, {@code zelenskyj}, {@code zerensuki} and {@code zeliansiji} are all {@code 2452}.
 */
final class Skeleton {

    private static final String CLASSES = "01230120022455012423011202"; // a to z

    private Skeleton() {}

    /**
     * Skeleton of one name.
     *
     * @param latin lower-case ASCII; other characters count nothing
     * @return digits, empty when it has no consonants
     */
    static String of(CharSequence latin) {
        StringBuilder skeleton = new StringBuilder(latin.length());
        char last = '0';
        for (int i = 0; i < latin.length(); i++) {
            char letter = latin.charAt(i);
            char code = letter >= 'a' && letter <= 'z' ? classOf(letter) : '0';
            if (code != '0' && code != last) {
                skeleton.append(code);
                last = code;
            }
        }
        return skeleton.toString();
    }

    private static char classOf(char letter) {
        return CLASSES.charAt(letter - 'a');
    }
}
