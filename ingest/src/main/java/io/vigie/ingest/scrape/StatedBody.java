package io.vigie.ingest.scrape;

import java.util.List;
import org.jsoup.Jsoup;

/**
 * The body that JSON-LD states ({@code articleBody}): without paragraphs, often cut short, sometimes longer than what is
 * shown; but where the page shows the same text, it says for certain where the article begins and ends.
 */
final class StatedBody {

    private static final int SHORTEST = 120;
    private static final int PROBE = 48;

    /** The statement is whole when it is nearly as long as what was found. */
    private static final double WHOLE = 0.8;

    private final String body;
    private final String letters;
    private final int weight;

    private StatedBody(String body) {
        this.body = body;
        letters = letters(body, Integer.MAX_VALUE);
        weight = letters.length();
    }

    static StatedBody of(StructuredArticle structured) {
        String body = structured.body();
        return new StatedBody(
                body.indexOf('<') >= 0 && body.indexOf('>') > 0
                        ? Jsoup.parse(body).wholeText()
                        : body);
    }

    boolean isUsable() {
        return weight >= SHORTEST;
    }

    /** Whether the beginning of a block stands in it. */
    boolean has(String block) {
        String probe = letters(block, PROBE);
        return probe.length() >= 8 && letters.contains(probe);
    }

    /** Drops what stands before the first and after the last block that the statement has, if the statement is whole. */
    List<Block> within(Outline outline, List<Block> kept) {
        int first = -1;
        int last = -1;
        int total = 0;
        int matched = 0;
        for (int i = 0; i < kept.size(); i++) {
            String text = outline.text(kept.get(i));
            int length = letters(text, Integer.MAX_VALUE).length();
            total += length;
            if (has(text)) {
                matched += length;
                first = first < 0 ? i : first;
                last = i;
            }
        }
        boolean whole = weight >= total * WHOLE && matched >= weight * WHOLE;
        return whole ? kept.subList(first, last + 1) : kept;
    }

    /** Whether what was found on the page is so much less that the statement is the better text. */
    boolean outdoes(Outline outline, List<Block> kept) {
        int total = 0;
        for (Block block : kept) {
            total += letters(outline.text(block), Integer.MAX_VALUE).length();
        }
        return weight > total * 2;
    }

    /** One paragraph a line. */
    String paragraphs() {
        return String.join(
                "\n",
                body.lines()
                        .map(line -> line.replace('\u00a0', ' ').strip())
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static String letters(String text, int most) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && out.length() < most; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }
}
