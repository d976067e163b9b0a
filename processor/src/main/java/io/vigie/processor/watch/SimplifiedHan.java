package io.vigie.processor.watch;

import com.ibm.icu.text.Transliterator;

/**
 * Chinese characters as the mainland writes them, one for one, so that offsets stay: lists and word boundaries are known for
 * the simplified script only, and Taipei and Hong Kong write the traditional one. From ICU's {@code Traditional-Simplified}.
 */
final class SimplifiedHan {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9FFF';

    private SimplifiedHan() {}

    static String of(String text) {
        char[] simple = text.toCharArray();
        for (int i = 0; i < simple.length; i++) {
            if (simple[i] >= FIRST && simple[i] <= LAST) {
                simple[i] = Table.SIMPLE[simple[i] - FIRST];
            }
        }
        return new String(simple);
    }

    /** Asked of ICU once, when the first Chinese text comes. */
    private static final class Table {

        static final char[] SIMPLE = read();

        private static char[] read() {
            Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
            char[] table = new char[LAST - FIRST + 1];
            for (int i = 0; i < table.length; i++) {
                char c = (char) (FIRST + i);
                String simple = toSimplified.transliterate(String.valueOf(c));
                table[i] = simple.length() == 1 ? simple.charAt(0) : c;
            }
            return table;
        }
    }
}
