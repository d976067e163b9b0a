package io.vigie.processor.watch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words whose full stop does not end a sentence. */
final class Abbreviations {

    private static final Set<String> EVERYWHERE = words(
            "dr prof st col lt sgt capt maj adm gen sen rep gov hon vs cf inc ltd co corp jr sr bros mt ed eds al");

    private static final Map<String, Set<String>> BY_LANGUAGE = Map.of(
            "fr",
                    words(
                            "m mm mme mmes mlle me mgr pr ste gén cdt cne amb env av apr janv févr juil sept oct nov déc bd tél ex"),
            "en", words("mr mrs ms messrs jan feb aug sept oct nov dec dept approx est brig cmdr lt-gen maj-gen supt"),
            "de", words("hr fr nr bzw ca evtl ggf inkl mio mrd str usw vgl zzt sog geb gest tel"),
            "es", words("sra srta dña dn ud uds gral cnel excmo núm pág avda aprox ee uu"),
            "it", words("sig sigg dott avv on ing arch rag gen ecc pag"),
            "pl",
                    words(
                            "ppłk płk mjr kpt por gen im św ul al nr np tzw tzn ok godz mln mld tys zł r w ww prof mgr inż hab"),
            "uk", words("ген полк гр ім вул просп обл смт млн млрд тис грн напр тзв див рр р ст акад проф"),
            "pt", words("sra dra exmo gal cel núm pág av"),
            "nl", words("dhr mevr mr mw drs ir ing bijv enz ca nr mln mld"));

    private static final Set<String> BEFORE_NUMBERS =
            words("no nos n nr nos p pp vol fig art sec ch chap tab § núm abs");

    private static final Set<String> SENTENCE_STARTERS = words(
            "the a an he she it they we you this that these those in on at as but and if when while for however his her its "
                    + "their there what who le la les il elle ils elles un une ce cette ces mais dans en der die das er sie es "
                    + "el los las ella");

    private static final Set<String> ORDINAL_LANGUAGES =
            Set.of("de", "cs", "sk", "sl", "da", "no", "nb", "fi", "hu", "tr", "et", "lv");

    private static final Pattern ACRONYM = Pattern.compile("(?:\\p{L}\\.)+\\p{L}{1,2}");
    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,2}");

    private Abbreviations() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ")));
    }

    /**
     * Whether the full stop between two words belongs to the first.
     *
     * @param before what stands directly before it, such as {@code U.S} or {@code Gen}
     * @param after the word that follows, which begins with a capital letter, a digit or a letter without case
     * @param language of the text
     */
    static boolean keep(String before, String after, String language) {
        if (SHORT_NUMBER.matcher(before).matches()) {
            return ORDINAL_LANGUAGES.contains(language);
        }
        if (before.codePointCount(0, before.length()) == 1) {
            return Character.isUpperCase(before.codePointAt(0))
                    || known(before, language)
                    || beforeNumber(before, after);
        }
        if (ACRONYM.matcher(before).matches()) {
            return !SENTENCE_STARTERS.contains(after.toLowerCase(Locale.ROOT));
        }
        return known(before, language) || beforeNumber(before, after);
    }

    private static boolean known(String word, String language) {
        String lower = word.toLowerCase(Locale.ROOT);
        return EVERYWHERE.contains(lower)
                || BY_LANGUAGE.getOrDefault(language, Set.of()).contains(lower);
    }

    private static boolean beforeNumber(String word, String after) {
        return !after.isEmpty()
                && Character.isDigit(after.charAt(0))
                && BEFORE_NUMBERS.contains(word.toLowerCase(Locale.ROOT));
    }
}
