package io.vigie.sink.deliver;

import io.vigie.events.Delivery;

/** A bulletin as markdown, for the receivers that take markdown. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    /** What stands below the title: the facts and sentences of an alert, the entries of a digest. */
    static String below(Lines lines, Delivery.Kind kind, Phrases phrases) {
        MarkdownText markdown = new MarkdownText();
        if (!lines.kicker().isEmpty()) {
            markdown.line("**" + Escapes.markdown(lines.kicker()) + "**");
        }
        boolean digest = kind == Delivery.Kind.DIGEST;
        for (int i = 0; i < lines.entries().size(); i++) {
            markdown.entry(lines.entries().get(i), i == 0 && !digest, digest ? "" : phrases.also() + " ", phrases);
        }
        if (!lines.footer().isEmpty()) {
            markdown.line("_" + Escapes.markdown(lines.footer()) + "_");
        }
        return markdown.text.toString().strip();
    }

    /** The first of an alert has its headline in the title already. */
    private void entry(Lines.Entry entry, boolean titled, String before, Phrases phrases) {
        String address = Escapes.markdownAddress(entry.address());
        String facts = Escapes.markdown(entry.facts());
        if (titled) {
            line(facts + (entry.hasAddress() ? " · [" + phrases.read() + "](" + address + ")" : ""));
        } else {
            String headline = Escapes.markdown(entry.headline());
            line(before + "**" + (entry.hasAddress() ? "[" + headline + "](" + address + ")" : headline) + "**");
            line(facts);
        }
        for (Quote quote : entry.quotes()) {
            line("> " + quote.marked(Escapes::markdown, "**", "**"));
        }
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
