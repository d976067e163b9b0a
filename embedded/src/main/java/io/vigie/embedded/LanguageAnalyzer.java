package io.vigie.embedded;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/**
 * One of Lucene's analyzers under the name that a full distribution, or its official plugin, gives it.
 *
 * @param name as written in a mapping, such as {@code french}
 * @param stopWords left out unless an index says otherwise
 * @param factory makes the analyzer of stop words and of words that are not stemmed
 */
record LanguageAnalyzer(String name, CharArraySet stopWords, Factory factory) {

    @FunctionalInterface
    interface Factory {
        Analyzer create(CharArraySet stopWords, CharArraySet stemExclusions);
    }

    static List<LanguageAnalyzer> all() {
        return List.of(
                new LanguageAnalyzer("arabic", ArabicAnalyzer.getDefaultStopSet(), ArabicAnalyzer::new),
                new LanguageAnalyzer("brazilian", BrazilianAnalyzer.getDefaultStopSet(), BrazilianAnalyzer::new),
                new LanguageAnalyzer("bulgarian", BulgarianAnalyzer.getDefaultStopSet(), BulgarianAnalyzer::new),
                new LanguageAnalyzer("catalan", CatalanAnalyzer.getDefaultStopSet(), CatalanAnalyzer::new),
                new LanguageAnalyzer(
                        "cjk", CJKAnalyzer.getDefaultStopSet(), (stop, exclusions) -> new CJKAnalyzer(stop)),
                new LanguageAnalyzer("czech", CzechAnalyzer.getDefaultStopSet(), CzechAnalyzer::new),
                new LanguageAnalyzer("danish", DanishAnalyzer.getDefaultStopSet(), DanishAnalyzer::new),
                new LanguageAnalyzer("dutch", DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new),
                new LanguageAnalyzer("english", EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new),
                new LanguageAnalyzer("estonian", EstonianAnalyzer.getDefaultStopSet(), EstonianAnalyzer::new),
                new LanguageAnalyzer("finnish", FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new),
                new LanguageAnalyzer("french", FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new),
                new LanguageAnalyzer("german", GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new),
                new LanguageAnalyzer(
                        "greek", GreekAnalyzer.getDefaultStopSet(), (stop, exclusions) -> new GreekAnalyzer(stop)),
                new LanguageAnalyzer("hungarian", HungarianAnalyzer.getDefaultStopSet(), HungarianAnalyzer::new),
                new LanguageAnalyzer("italian", ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new),
                new LanguageAnalyzer(
                        "kuromoji", JapaneseAnalyzer.getDefaultStopSet(), (stop, exclusions) -> japanese(stop)),
                new LanguageAnalyzer("latvian", LatvianAnalyzer.getDefaultStopSet(), LatvianAnalyzer::new),
                new LanguageAnalyzer("lithuanian", LithuanianAnalyzer.getDefaultStopSet(), LithuanianAnalyzer::new),
                new LanguageAnalyzer("nori", CharArraySet.EMPTY_SET, (stop, exclusions) -> new KoreanAnalyzer()),
                new LanguageAnalyzer("norwegian", NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new),
                new LanguageAnalyzer(
                        "persian",
                        PersianAnalyzer.getDefaultStopSet(),
                        (stop, exclusions) -> new PersianAnalyzer(stop)),
                new LanguageAnalyzer("polish", PolishAnalyzer.getDefaultStopSet(), PolishAnalyzer::new),
                new LanguageAnalyzer("portuguese", PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new),
                new LanguageAnalyzer("romanian", RomanianAnalyzer.getDefaultStopSet(), RomanianAnalyzer::new),
                new LanguageAnalyzer("russian", RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new),
                new LanguageAnalyzer(
                        "smartcn",
                        SmartChineseAnalyzer.getDefaultStopSet(),
                        (stop, exclusions) -> new SmartChineseAnalyzer(stop)),
                new LanguageAnalyzer("spanish", SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new),
                new LanguageAnalyzer("swedish", SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new),
                new LanguageAnalyzer("turkish", TurkishAnalyzer.getDefaultStopSet(), TurkishAnalyzer::new),
                new LanguageAnalyzer(
                        "ukrainian",
                        UkrainianMorfologikAnalyzer.getDefaultStopwords(),
                        UkrainianMorfologikAnalyzer::new));
    }

    /** The analyzer with its own stop words. */
    Analyzer withDefaults() {
        return factory.create(stopWords, CharArraySet.EMPTY_SET);
    }

    private static Analyzer japanese(CharArraySet stopWords) {
        Set<String> stopTags = JapaneseAnalyzer.getDefaultStopTags();
        return new JapaneseAnalyzer(null, JapaneseTokenizer.DEFAULT_MODE, stopWords, stopTags);
    }
}
