package io.vigie.processor.novelty;

import io.vigie.events.PressItem;
import io.vigie.events.Sha256;
import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of an item would change a reader's mind: its headline and its sentences. Unicode form, white space and short
 * lines around a number ("1 245 views", "Updated: 10 Apr. 2025 16:06", "3 comments") are left out.
 */
final class Substance {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern WITH_A_NUMBER = Pattern.compile("\\p{Nd}");
    private static final int COUNTER_WORDS = 8;
    private static final int COUNTER_LENGTH = 60;

    private Substance() {}

    /** SHA-256 of the substance, lower-case hex. */
    static String hash(PressItem item) {
        return Sha256.hex(Stream.concat(Stream.of(fold(item.headline())), lines(item.body()))
                .collect(Collectors.joining("\n")));
    }

    private static Stream<String> lines(String body) {
        return body.lines().map(Substance::fold).filter(Substance::isSubstance);
    }

    /** Whether a line would change a reader's mind. */
    static boolean isSubstance(String line) {
        String folded = fold(line);
        return !folded.isEmpty() && !isCounter(folded);
    }

    static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
    }

    /** Short, with a number, and no sentence: no full stop at its end. */
    private static boolean isCounter(String line) {
        return line.length() <= COUNTER_LENGTH
                && !line.matches(".*[.!?。！？]")
                && WITH_A_NUMBER.matcher(line).find()
                && line.split(" ", COUNTER_WORDS + 1).length <= COUNTER_WORDS;
    }
}
