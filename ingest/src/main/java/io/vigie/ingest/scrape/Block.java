package io.vigie.ingest.scrape;

/**
 * A run of text with nothing but inline elements in it: a paragraph, a heading, an item of a list, a loose line.
 *
 * @param owner index of the element that breaks lines around it
 * @param from where it begins in the text of the {@link Outline}
 * @param to where it ends there, exclusive
 * @param weight visible characters; a Han or kana character weighs {@value #IDEOGRAPH} because it says as much
 * @param linkWeight the part of the weight that is inside links
 * @param boldWeight the part of the weight that is inside {@code b} or {@code strong}
 * @param links number of links with text
 * @param sentence whether it holds a mark that ends a sentence, or a comma
 */
record Block(int owner, int from, int to, int weight, int linkWeight, int boldWeight, int links, boolean sentence) {

    static final int IDEOGRAPH = 3;

    /** Weight that is text and not link. */
    int prose() {
        return weight - linkWeight;
    }

    boolean mostlyLink() {
        return linkWeight * 2 > weight;
    }
}
