package io.vigie.processor.watch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its commonest words: two sentences have a dozen articles and prepositions, which are told
 * apart faster and more surely than letter statistics, that foreign names lead astray. A word that several languages have
 * counts for each by as much less. Safe for many threads.
 */
final class StopwordVote {

    private static final double FEWEST_POINTS = 2;
    private static final double CLEAR_LEAD = 1.6;

    private final String[] languages;
    private final CharArrayMap<int[]> voters = new CharArrayMap<>(4_096, true);

    StopwordVote() {
        Map<String, CharArraySet> lists = lists();
        this.languages = lists.keySet().toArray(String[]::new);
        for (int i = 0; i < languages.length; i++) {
            for (Object word : lists.getOrDefault(languages[i], CharArraySet.EMPTY_SET)) {
                char[] letters = (char[]) word;
                int[] known = voters.get(letters, 0, letters.length);
                int[] more = known == null ? new int[1] : Arrays.copyOf(known, known.length + 1);
                more[more.length - 1] = i;
                voters.put(letters, more);
            }
        }
    }

    private static Map<String, CharArraySet> lists() {
        Map<String, CharArraySet> lists = new LinkedHashMap<>();
        lists.put("fr", FrenchAnalyzer.getDefaultStopSet());
        lists.put("en", EnglishAnalyzer.getDefaultStopSet());
        lists.put("de", GermanAnalyzer.getDefaultStopSet());
        lists.put("es", SpanishAnalyzer.getDefaultStopSet());
        lists.put("it", ItalianAnalyzer.getDefaultStopSet());
        lists.put("pl", PolishAnalyzer.getDefaultStopSet());
        lists.put("uk", UkrainianMorfologikAnalyzer.getDefaultStopwords());
        lists.put("pt", PortugueseAnalyzer.getDefaultStopSet());
        lists.put("nl", DutchAnalyzer.getDefaultStopSet());
        lists.put("ru", RussianAnalyzer.getDefaultStopSet());
        lists.put("bg", BulgarianAnalyzer.getDefaultStopSet());
        lists.put("sr", SerbianAnalyzer.getDefaultStopSet());
        lists.put("cs", CzechAnalyzer.getDefaultStopSet());
        lists.put("ro", RomanianAnalyzer.getDefaultStopSet());
        lists.put("hu", HungarianAnalyzer.getDefaultStopSet());
        lists.put("sv", SwedishAnalyzer.getDefaultStopSet());
        lists.put("da", DanishAnalyzer.getDefaultStopSet());
        lists.put("no", NorwegianAnalyzer.getDefaultStopSet());
        lists.put("fi", FinnishAnalyzer.getDefaultStopSet());
        lists.put("tr", TurkishAnalyzer.getDefaultStopSet());
        lists.put("ca", CatalanAnalyzer.getDefaultStopSet());
        return lists;
    }

    /** The language with a clear lead; absent when there is none, as in a headline of names. */
    @Nullable
    String of(String text) {
        char[] letters = text.toCharArray();
        double[] points = new double[languages.length];
        int start = 0;
        for (int i = 0; i <= letters.length; i++) {
            if (i < letters.length && Character.isLetter(letters[i])) {
                continue;
            }
            int[] found = i == start ? null : voters.get(letters, start, i - start);
            if (found != null) {
                for (int language : found) {
                    points[language] += 1.0 / found.length;
                }
            }
            start = i + 1;
        }
        return leader(points);
    }

    private @Nullable String leader(double[] points) {
        int first = 0;
        double second = 0;
        for (int i = 1; i < points.length; i++) {
            if (points[i] > points[first]) {
                second = points[first];
                first = i;
            } else {
                second = Math.max(second, points[i]);
            }
        }
        return points[first] >= FEWEST_POINTS && points[first] >= CLEAR_LEAD * second ? languages[first] : null;
    }
}
