package io.vigie.processor.story;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Reads clues from Japanese and Chinese. Japanese names are read as they sound, by the dictionary of Lucene's Kuromoji;
 * Chinese has no dictionary of sounds here, but writes foreign names with characters that it uses for little else.
 * Thread-safe.
 */
final class EastAsianReader {

    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー・·]+");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー]{3,}");
    /** Characters that Chinese uses to write foreign names by sound. */
    private static final Pattern SOUNDS =
            Pattern.compile("[阿埃艾安奥巴贝比彼波勃博布查达戴丹道德得迪蒂丁杜多厄恩尔法菲费芬弗夫福富盖格戈古瓜哈海汉赫亨洪霍基吉加贾杰金卡凯坎康科克肯库奎拉莱赖兰朗劳勒雷里利莉林琳卢鲁"
                    + "伦罗洛吕马迈麦曼梅门蒙米密明莫默穆娜纳奈内尼涅宁努诺欧帕潘佩皮珀普奇恰乔切琴丘曲让热荣瑞若萨塞赛桑瑟沙莎圣施什史士舒朔丝斯苏索塔泰坦汤特腾提廷图"
                    + "托瓦万威韦维温文翁沃乌伍武西希锡夏香谢辛欣休许逊雅亚扬耶叶伊因英尤于约泽扎詹珍朱兹佐·]{2,}");

    /** Below it stands no character of {@link #RUN} but the dot. */
    private static final char FIRST_RADICAL = '\u2e80';

    private static final char MIDDLE_DOT = '·';

    private static final String NOTHING = "-";
    private static final int SHORTEST_SOUND = 3;
    private static final double BIGRAM = 0.5;

    private final Scripts scripts;
    private final Places places;
    private final Forms aliases;
    private final Forms concepts;

    EastAsianReader(Scripts scripts, Places places, Forms aliases, Forms concepts) {
        this.scripts = scripts;
        this.places = places;
        this.aliases = aliases;
        this.concepts = concepts;
    }

    void read(Part part, Clues clues) {
        if (part.text().chars().noneMatch(character -> character >= FIRST_RADICAL || character == MIDDLE_DOT)) {
            return;
        }
        boolean japanese = KANA.matcher(part.text()).find();
        Matcher runs = RUN.matcher(part.text());
        while (runs.find()) {
            String run = runs.group();
            aliases.inEastAsian(run).forEach(key -> clues.alias(key, part.weight()));
            concepts.inEastAsian(run).stream()
                    .filter(key -> !key.equals(NOTHING))
                    .forEach(key -> clues.concept(key, part.weight()));
            String rest = aliases.without(run);
            places.inEastAsian(rest).forEach(country -> clues.place(country, part.weight()));
            if (!japanese) {
                chinese(run, concepts.without(places.without(rest)), part.weight(), clues);
            }
        }
        if (japanese) {
            japanese(part, clues);
        }
    }

    private void chinese(String run, String unknown, double weight, Clues clues) {
        Matcher sounds = SOUNDS.matcher(unknown);
        while (sounds.find()) {
            for (String name : sounds.group().split("·")) {
                boolean partOfName = sounds.group().indexOf('·') >= 0 && name.length() == 2;
                if (name.length() >= SHORTEST_SOUND || partOfName) {
                    clues.name(sound(name), weight);
                }
            }
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            String bigram = run.substring(i, i + 2);
            clues.next(bigram);
            clues.word(bigram, BIGRAM * weight);
        }
    }

    private void japanese(Part part, Clues clues) {
        try (JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL)) {
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);
            ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
            tokenizer.setReader(new StringReader(part.text()));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                clues.next(term.toString());
                noun(term.toString(), speech.getPartOfSpeech(), reading.getReading(), part.weight(), clues);
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private void noun(String term, @Nullable String speech, @Nullable String reading, double weight, Clues clues) {
        if (speech == null || !speech.startsWith("名詞") || term.length() < 2 || known(term)) {
            return;
        }
        if (speech.startsWith("名詞-固有名詞") && reading != null) {
            clues.name(sound(reading), weight);
        } else if (KATAKANA.matcher(term).matches() && reading == null) {
            clues.name(sound(term), weight);
        } else if (Scripts.isEastAsian(term.codePointAt(0))) {
            clues.word(term, weight);
        }
    }

    private boolean known(String term) {
        return !aliases.inEastAsian(term).isEmpty()
                || !concepts.inEastAsian(term).isEmpty()
                || !places.inEastAsian(term).isEmpty();
    }

    private String sound(String name) {
        return scripts.latin(name).replace(" ", "");
    }
}
