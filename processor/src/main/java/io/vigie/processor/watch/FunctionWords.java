package io.vigie.processor.watch;

import java.util.Map;
import java.util.Set;

/**
 * Articles and the commonest prepositions, folded: words that a phrase of a rule need not have and may step over, so that
 * {@code industrie de défense} also finds <i>l'industrie de la défense</i>.
 */
final class FunctionWords {

    private static final Map<String, Set<String>> BY_LANGUAGE = Map.ofEntries(
            words("fr", "le la les l un une des du de d a au aux en son sa ses leur leurs"),
            words("en", "the a an of to in for on by its their his her s"),
            words("de", "der die das den dem des ein eine einen einem einer eines von vom zu zum zur fur im in an am"),
            words("es", "el la los las lo un una unos unas de del a al en"),
            words(
                    "it",
                    "il lo la i gli le l un uno una di del della dei degli delle dello dell d a al alla ai agli alle"
                            + " in nel nella"),
            words("pl", "w we z ze na do dla o"),
            words("uk", "у в на до з із зі для про о"),
            words("pt", "o a os as um uma de do da dos das em no na ao"),
            words("nl", "de het een van in aan op voor te"),
            words("ja", "の を に は が で へ と も や"),
            words("zh", "的 了 着 之 对 向 等"),
            words("ko", "을 를 이 가 은 는 의 에"));

    private FunctionWords() {}

    private static Map.Entry<String, Set<String>> words(String language, String list) {
        return Map.entry(language, Set.of(list.split(" ")));
    }

    static Set<String> of(String language) {
        return BY_LANGUAGE.getOrDefault(language, Set.of());
    }
}
