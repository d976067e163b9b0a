package io.vigie.processor.divergence;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentence of one edition that stands in the place of a sentence of another. Translations keep the order of their
 * sentences and the figures and names in them; where a sentence was left out, its neighbour shows the gap.
 */
final class Counterpart {

    private static final Pattern CARRIED_OVER = Pattern.compile("\\p{Nd}+|\\p{Lu}\\p{L}{2,}");
    private static final double SHARED = 0.5;

    private Counterpart() {}

    /** {@code null} when the other edition has no body. */
    static @Nullable String of(String sentence, Edition from, Edition in) {
        if (from.headline().equals(sentence)) {
            return in.headline();
        }
        int at = from.sentences().indexOf(sentence);
        double place = at < 0 ? 0.5 : (at + 0.5) / from.sentences().size();
        Set<String> marks = marks(sentence);
        List<String> sentences = in.sentences();
        String best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> shared = marks(sentences.get(i));
            shared.retainAll(marks);
            double score = SHARED * Math.min(3, shared.size()) - 3 * Math.abs((i + 0.5) / sentences.size() - place);
            if (score > bestScore) {
                bestScore = score;
                best = sentences.get(i);
            }
        }
        return best;
    }

    private static Set<String> marks(String sentence) {
        Set<String> marks = new HashSet<>();
        Matcher matcher = CARRIED_OVER.matcher(sentence);
        while (matcher.find()) {
            String mark = matcher.group().toLowerCase(Locale.ROOT);
            marks.add(mark.substring(0, Math.min(4, mark.length())));
        }
        return marks;
    }
}
